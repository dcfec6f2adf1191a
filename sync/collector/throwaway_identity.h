#pragma once
// A key and a self-signed certificate for loopback, in a folder of their own that goes with them:
// how the demo's kiosks and collector know each other. Never for a real place. Main thread.

#include <filesystem>

#include "kiosk/base/result.h"

namespace inloop::collector {

class ThrowawayIdentity {
 public:
  [[nodiscard]] static Result<ThrowawayIdentity> make();
  ThrowawayIdentity(ThrowawayIdentity&& other) noexcept;
  ThrowawayIdentity& operator=(ThrowawayIdentity&&) = delete;
  ~ThrowawayIdentity();

  // PEM. The certificate is its own authority.
  [[nodiscard]] std::filesystem::path certificate() const { return m_folder / "demo.crt"; }
  [[nodiscard]] std::filesystem::path private_key() const { return m_folder / "demo.key"; }

 private:
  explicit ThrowawayIdentity(std::filesystem::path folder) : m_folder(std::move(folder)) {}
  std::filesystem::path m_folder;  // empty: moved from
};

}  // namespace inloop::collector
