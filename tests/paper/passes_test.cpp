#include "kiosk/paper/passes.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/process.h"
#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using paper::passes_pdf;
using paper::PassStyle;

// What a host's printer does at the least.
constexpr auto scan_dpi = "200";

PassStyle const style{.place_name = "Buurtkamer Willem Klooslaan"};

// In the shape of the texts of passes, each another one.
std::vector<std::string> texts(std::size_t count) {
  std::vector<std::string> some;
  for (std::size_t i = 0; i < count; ++i)
    some.push_back(fmt::format("INLOOP1-{:026}Z", 7919 * (i + 1)));
  return some;
}

std::string pdf_of(std::vector<std::string> const& pass_texts) {
  auto const pdf = passes_pdf(pass_texts, style);
  INFO((pdf ? std::string() : pdf.error().what));
  REQUIRE(pdf.has_value());
  return *pdf;
}

std::string run_tool(std::filesystem::path const& program, std::vector<std::string> arguments) {
  auto const done = test::run({.program = program, .arguments = std::move(arguments)});
  INFO(done.errors);
  REQUIRE(done.exit_code == 0);
  return done.output;
}

TEST_CASE("Every code of every page is read from the printed cards") {
  test::TemporaryFolder const folder;
  auto const all = texts(23);
  auto const path = folder.write("passes.pdf", pdf_of(all)).string();
  run_tool("/usr/bin/pdftoppm", {"-r", scan_dpi, "-gray", path, (folder.path() / "page").string()});
  std::multiset<std::string> read;
  for (auto const* const page : {"page-1.pgm", "page-2.pgm", "page-3.pgm"})
    for (auto const& line : test::scanned_lines(folder.path() / page)) read.insert(line);
  CHECK(read == std::multiset<std::string>(all.begin(), all.end()));
}

TEST_CASE("Pages are A4, and what a code holds is nowhere in letters") {
  test::TemporaryFolder const folder;
  auto const all = texts(11);
  auto const path = folder.write("passes.pdf", pdf_of(all)).string();
  auto const facts = run_tool("/usr/bin/pdfinfo", {path});
  CHECK(facts.find("(A4)") != std::string::npos);
  CHECK(facts.find("Pages:           2\n") != std::string::npos);
  auto const words = run_tool("/usr/bin/pdftotext", {path, "-"});
  CHECK(words.find("Buurtpas") != std::string::npos);
  CHECK(words.find("Klooslaan") != std::string::npos);
  CHECK(words.find("paslezer") != std::string::npos);
  CHECK(std::ranges::none_of(words, [](char letter) { return letter >= '0' && letter <= '9'; }));
}

TEST_CASE("The same passes give the same file, which does not tell when it was made") {
  CHECK(pdf_of(texts(2)) == pdf_of(texts(2)));
  CHECK(pdf_of(texts(2)).find("CreationDate") == std::string::npos);
}

TEST_CASE("A long name of a place fits the card, and the code beside it can still be read") {
  test::TemporaryFolder const folder;
  auto const all = texts(1);
  auto const pdf = passes_pdf(
      all, {.place_name = "Ontmoetingscentrum De Nieuwe Gemeenschapswerkplaats Leiden-Zuidwest"});
  REQUIRE(pdf.has_value());
  auto const path = folder.write("passes.pdf", *pdf).string();
  run_tool("/usr/bin/pdftoppm", {"-r", scan_dpi, "-gray", path, (folder.path() / "page").string()});
  CHECK(test::scanned_lines(folder.path() / "page-1.pgm") == all);
}

TEST_CASE("No passes, too many passes and too long texts are refused in words") {
  auto const why_not = [](std::vector<std::string> const& some, PassStyle const& with) {
    auto const pdf = passes_pdf(some, with);
    return pdf ? "it was made" : pdf.error().what;
  };
  CHECK(why_not({}, style) == "1 to 500 passes are made at a time, not 0");
  CHECK(why_not(texts(501), style) == "1 to 500 passes are made at a time, not 501");
  CHECK(why_not({std::string(700, 'a')}, style) == "a pass has no room for a code of 700 bytes");
  CHECK(why_not({""}, style) == "a QR code holds some text");
  CHECK(why_not(texts(1), {.place_name = std::string(121, 'a')}) ==
        "words on a pass have at most 120 bytes");
}

}  // namespace
}  // namespace inloop
