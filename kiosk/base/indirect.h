#pragma once
// A value that lies on the heap and copies, moves and compares as a value, after std::indirect of
// C++26. Its type may be incomplete where it is held, so that what changes often is compiled in few
// files; one file includes indirect_members.h and instantiates it. Any thread.

#include <memory>

namespace inloop {

// Moved from, it may only be assigned to or destroyed.
template <class T>
class Indirect {
 public:
  Indirect();  // a default T
  explicit Indirect(T value);
  Indirect(Indirect const& other);
  Indirect(Indirect&& other) noexcept;
  Indirect& operator=(Indirect const& other);
  Indirect& operator=(Indirect&& other) noexcept;
  ~Indirect();

  [[nodiscard]] T& operator*() { return *m_value; }
  [[nodiscard]] T const& operator*() const { return *m_value; }
  [[nodiscard]] T* operator->() { return m_value.get(); }
  [[nodiscard]] T const* operator->() const { return m_value.get(); }

  [[nodiscard]] bool operator==(Indirect const& other) const;

 private:
  std::unique_ptr<T> m_value;
};

}  // namespace inloop
