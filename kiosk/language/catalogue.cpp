#include "kiosk/language/catalogue.h"

#include <stdexcept>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>

#include "kiosk/base/assert.h"

namespace inloop::language {
namespace {

using Facet = boost::locale::message_format<char>;

constexpr int only_domain = 0;

boost::locale::gnu_gettext::messages_info description_of(std::string_view code,
                                                         std::string_view mo) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = code;
  info.encoding = "UTF-8";
  info.paths = {""};
  info.domains = {boost::locale::gnu_gettext::messages_info::domain("inloop")};
  // Boost asks for a file; whatever its name, it gets the bytes that are built in.
  info.callback = [mo](std::string const&, std::string const&) {
    return std::vector<char>(mo.begin(), mo.end());
  };
  return info;
}

// Boost throws when the bytes are no catalogue at all.
Facet* facet_from(std::string_view code, std::string_view mo) {
  Facet* facet = nullptr;
  try {
    facet = boost::locale::gnu_gettext::create_messages_facet<char>(description_of(code, mo));
  } catch (std::runtime_error const&) {
    facet = nullptr;
  }
  INLOOP_ASSERT(facet != nullptr);
  return facet;
}

// Boost takes an int. All plural rules look at the last two digits and at small numbers only.
int plural_class(std::int64_t count) {
  constexpr std::int64_t large = 1'000'000;
  return static_cast<int>(count < large ? count : large + count % large);
}

}  // namespace

Catalogue::Catalogue(std::string_view code, std::string_view mo)
    : m_locale(std::in_place, std::locale::classic(), facet_from(code, mo)) {
  // The empty message stands for the header of a catalogue, so every sound one has it.
  INLOOP_ASSERT(std::use_facet<Facet>(*m_locale).get(only_domain, nullptr, "") != nullptr);
}

std::string Catalogue::text(std::string_view message) const {
  std::string const id(message);
  if (!m_locale) return id;
  auto const* const found = std::use_facet<Facet>(*m_locale).get(only_domain, nullptr, id.c_str());
  return found == nullptr ? id : std::string(found);
}

std::string Catalogue::plural(std::string_view one, std::string_view many,
                              std::int64_t count) const {
  INLOOP_ASSERT(count >= 0);
  std::string const id(one);
  if (m_locale) {
    auto const* const found =
        std::use_facet<Facet>(*m_locale).get(only_domain, nullptr, id.c_str(), plural_class(count));
    if (found != nullptr) return found;
  }
  return count == 1 ? id : std::string(many);
}

}  // namespace inloop::language
