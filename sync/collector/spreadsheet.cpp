#include "sync/collector/spreadsheet.h"

#include <ctime>
#include <memory>

#include <fmt/format.h>
#include <zip.h>

namespace inloop::collector {
namespace {

constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";

// A moment of no meaning: with the real one the same figures would never have the same ETag.
constexpr std::time_t file_time = 1'767'225'600;  // 2026-01-01T00:00:00Z

constexpr std::string_view manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" )"
    R"(manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" )"
    R"(manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
    R"(</manifest:manifest>)";

constexpr std::string_view beginning =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">)"
    R"(<office:body><office:spreadsheet>)";

constexpr std::string_view end =
    "</table:table></office:spreadsheet></office:body></office:document-content>";

// Characters that XML cannot hold at all are left out.
std::string xml_text(std::string_view text) {
  std::string result;
  for (char const character : text) {
    if (character == '&')
      result += "&amp;";
    else if (character == '<')
      result += "&lt;";
    else if (character == '>')
      result += "&gt;";
    else if (character == '"')
      result += "&quot;";
    else if (static_cast<unsigned char>(character) >= 0x20)
      result += character;
  }
  return result;
}

struct CellText {
  std::string operator()(std::monostate) const { return "<table:table-cell/>"; }
  std::string operator()(std::int64_t number) const {
    return fmt::format(
        R"(<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p>)"
        "</table:table-cell>",
        number);
  }
  std::string operator()(std::string_view text) const {
    return fmt::format(
        R"(<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>)",
        xml_text(text));
  }
};

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

bool add_file(zip_t& archive, char const* name, std::string_view bytes, zip_int32_t compression) {
  auto* const source = zip_source_buffer(&archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) return false;
  auto const index = zip_file_add(&archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  auto const at = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(&archive, at, compression, 0) == 0 &&
         zip_file_set_mtime(&archive, at, file_time, 0) == 0;
}

Result<std::string> bytes_of(zip_source_t& source) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_stat(&source, &status) != 0 || zip_source_open(&source) != 0)
    return failure("cannot read a spreadsheet back");
  std::string bytes(status.size, '\0');
  auto const read = zip_source_read(&source, bytes.data(), bytes.size());
  zip_source_close(&source);
  if (read != static_cast<zip_int64_t>(bytes.size()))
    return failure("cannot read a spreadsheet back");
  return bytes;
}

}  // namespace

Spreadsheet::Spreadsheet(std::string_view name)
    : m_content(fmt::format(R"({}<table:table table:name="{}">)", beginning, xml_text(name))) {}

void Spreadsheet::add_row(std::span<Cell const> cells) {
  m_content += "<table:table-row>";
  for (auto const& cell : cells) m_content += std::visit(CellText{}, cell);
  m_content += "</table:table-row>";
}

Result<std::string> Spreadsheet::finish() {
  m_content += end;
  zip_error_t error;
  zip_error_init(&error);
  Source const source(zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free);
  if (!source) return failure("cannot begin a spreadsheet: {}", zip_error_strerror(&error));
  Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error), &zip_discard);
  if (!archive) return failure("cannot begin a spreadsheet: {}", zip_error_strerror(&error));
  zip_source_keep(source.get());  // the archive lets go of it when it is closed
  // The type stands first and unpacked, so that it can be read at a fixed place in the file.
  bool const is_whole = add_file(*archive, "mimetype", ods_type, ZIP_CM_STORE) &&
                        add_file(*archive, "META-INF/manifest.xml", manifest, ZIP_CM_DEFLATE) &&
                        add_file(*archive, "content.xml", m_content, ZIP_CM_DEFLATE);
  if (!is_whole || zip_close(archive.get()) != 0)
    return failure("cannot pack a spreadsheet: {}", zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return bytes_of(*source);
}

}  // namespace inloop::collector
