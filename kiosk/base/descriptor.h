#pragma once
// An open file, pipe or folder of the operating system, closed when it goes. It opens nothing and
// says nothing of errors: errno is the caller's. One thread at a time.

#include <utility>

#include <unistd.h>

namespace inloop {

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (is_open()) close(m_number);
  }

  [[nodiscard]] bool is_open() const { return m_number >= 0; }
  [[nodiscard]] int number() const { return m_number; }
  // To be closed by whoever takes it.
  [[nodiscard]] int release() { return std::exchange(m_number, -1); }

 private:
  int m_number;
};

}  // namespace inloop
