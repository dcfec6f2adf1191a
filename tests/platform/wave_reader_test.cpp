#include "kiosk/platform/wave_reader.h"

#include <catch2/catch.hpp>

#include "tests/platform/wave_stream.h"

namespace inloop::platform {
namespace {

using namespace std::string_literals;

Samples const some_samples{0, 1, -1, 256, INT16_MAX, INT16_MIN};

std::string objection_to(std::string const& bytes) {
  WaveReader reader;
  auto const samples = reader.take(bytes);
  return samples ? "" : samples.error().what;
}

}  // namespace

TEST_CASE("a WAV stream is read whole, whatever the pieces it comes in") {
  auto const stream = test::wave_stream(some_samples);
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    WaveReader reader;
    Samples all;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
      auto const samples = reader.take(std::string_view(stream).substr(at, piece));
      REQUIRE(samples);
      all.insert(all.end(), samples->begin(), samples->end());
    }
    CHECK(all == some_samples);
    CHECK(reader.rate_hz() == sample_rate_hz);
  }
}

TEST_CASE("a WAV stream may say that it is endless, or not know how long it is") {
  for (std::uint32_t const size : {0U, 0x7FFFF000U, 0xFFFFFFFFU}) {
    WaveReader reader;
    CHECK(reader.take(test::wave_stream(some_samples, {.data_bytes = size})) == some_samples);
  }
}

TEST_CASE("what follows the samples is not heard") {
  WaveReader reader;
  CHECK(reader.take(test::wave_stream(some_samples) + "LIST") == some_samples);
  CHECK(reader.take("more") == Samples{});
}

TEST_CASE("a chunk that we do not know is passed over, an odd one with its filler") {
  auto stream = test::wave_stream(some_samples);
  stream.insert(12, "note\x03\0\0\0abc\0"s);
  WaveReader reader;
  CHECK(reader.take(stream) == some_samples);
}

TEST_CASE("what is no WAV stream is refused at its first wrong letter") {
  CHECK(objection_to("Sorry, no such voice") == "what it says is no WAV stream");
  CHECK(objection_to("RIFX") == "what it says is no WAV stream");
  CHECK(objection_to("RIFF\0\0\0\0WAXE"s) == "what it says is no WAV stream");
  CHECK(objection_to("RI").empty());
}

TEST_CASE("a WAV stream of another kind is refused") {
  auto const refused = [](test::WaveFormat const& format) {
    return !objection_to(test::wave_stream(some_samples, format)).empty();
  };
  CHECK(refused({.kind = 3}));
  CHECK(refused({.channels = 2}));
  CHECK(refused({.channels = 0}));
  CHECK(refused({.bits = 8}));
  CHECK(refused({.rate_hz = 7'999}));
  CHECK(refused({.rate_hz = 48'001}));
  CHECK_FALSE(refused({.rate_hz = 8'000}));
  CHECK_FALSE(refused({.rate_hz = 48'000}));
}

TEST_CASE("a header that is too long, out of order or cut short is refused") {
  auto const stream = test::wave_stream(some_samples);
  auto const head = stream.substr(0, 12);
  CHECK(objection_to(head + "note\xFF\xFF\xFF\xFF"s) == "the header of a WAV stream is too long");
  std::string notes = head;
  while (notes.size() <= WaveReader::longest_header_bytes) notes += "note\0\0\0\0"s;
  CHECK(objection_to(notes) == "the header of a WAV stream is too long");
  CHECK(objection_to(head + stream.substr(36)) == "a WAV stream without a format");
  CHECK(objection_to(head + "fmt \x04\0\0\0abcd"s) == "the format of a WAV stream is cut short");
}

}  // namespace inloop::platform
