#pragma once
// A folder of its own for one test, gone with it, so that tests never meet in a file. Any thread.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace inloop::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "inloop-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    m_path = name;
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;  // A folder left behind must not hide why the test failed.
    std::filesystem::remove_all(m_path, ignored);
  }

  [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

  // Writes a file in the folder and gives its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const {
    auto path = m_path / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  // The text with every mention of the folder taken out, so that it can be compared.
  [[nodiscard]] std::string without_path(std::string text) const {
    std::string const prefix = m_path.string() + "/";
    for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }

 private:
  std::filesystem::path m_path;
};

}  // namespace inloop::test
