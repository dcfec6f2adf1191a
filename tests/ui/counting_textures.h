#pragma once
// A texture store that keeps nothing but counts, for tests that look at marks and not at pixels.

#include <set>

#include "kiosk/base/pixels.h"

namespace inloop::test {

class CountingTextures final : public TextureStore {
 public:
  TextureId create(Pixels const&) override {
    ++m_created;
    auto* const name = reinterpret_cast<TextureId>(++m_last);
    m_kept.insert(name);
    return name;
  }
  void destroy(TextureId texture) override { m_destroyed += m_kept.erase(texture); }
  std::uint64_t generation() const override { return m_generation; }

  void lose_all() {
    m_kept.clear();
    ++m_generation;
  }

  [[nodiscard]] std::size_t created() const { return m_created; }
  [[nodiscard]] std::size_t destroyed() const { return m_destroyed; }
  [[nodiscard]] std::size_t kept() const { return m_kept.size(); }

 private:
  std::uintptr_t m_last = 0;
  std::size_t m_created = 0;
  std::size_t m_destroyed = 0;
  std::uint64_t m_generation = 0;
  std::set<TextureId> m_kept;
};

}  // namespace inloop::test
