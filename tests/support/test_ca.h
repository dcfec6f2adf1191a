#pragma once
// A certificate authority that lives as long as one test, for mutual TLS over loopback. Its keys
// are worth nothing and its dates are fixed, so that no test depends on the day. Any thread.

#include <filesystem>
#include <memory>
#include <string>

namespace inloop::test {

enum class Purpose { Server, Client };
enum class Validity { Valid, Expired, NotYetValid };

// PEM files, for their owner alone.
struct Identity {
  std::filesystem::path certificate;
  std::filesystem::path key;
};

class TestCa {
 public:
  // Writes <name>.pem in a folder that is there. Throws std::runtime_error when it cannot.
  TestCa(std::filesystem::path folder, std::string const& name);
  ~TestCa();

  // What a client or server must trust.
  [[nodiscard]] std::filesystem::path const& certificate() const;

  // Writes <name>.pem and <name>.key with a new P-256 key. A server is one for localhost and
  // 127.0.0.1; the common name is `name`.
  [[nodiscard]] Identity issue(std::string const& name, Purpose purpose,
                               Validity validity = Validity::Valid) const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::test
