#include <set>

#include <nlohmann/json.hpp>

#include "sync/collector/archive.h"
#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

using nlohmann::json;

// What became of a line: nothing was wrong with it, or why it could not be taken in.
using Objection = std::optional<std::string>;

class Importer {
 public:
  explicit Importer(CountStore& store) : m_store(store) {}

  // Fails when the store does: then the lines after it would fail as well.
  Result<Objection> take_in(std::string const& line) {
    auto const document = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object() || document.size() != 1) return "not a line of an export";
    auto const& content = document.begin().value();
    auto const& kind = document.begin().key();
    if (kind == "plek") return take_in_place(content);
    if (kind == "sleutel") return take_in_key(content);
    if (kind == "telling") return take_in_event(content);
    return fmt::format("unknown kind {}", kind.substr(0, 40));
  }

  ImportReport report;

 private:
  // Every field that is asked for and is no text leaves a reason in m_missing.
  std::string text(json const& content, char const* name) {
    auto const found = content.is_object() ? content.find(name) : content.end();
    if (found != content.end() && found->is_string()) return found->get<std::string>();
    m_missing = fmt::format("no text \"{}\"", name);
    return {};
  }

  Result<Objection> take_in_place(json const& content) {
    m_missing.reset();
    Place const place{.id = text(content, "id"),
                      .name = text(content, "naam"),
                      .since = text(content, "sinds"),
                      .municipality = text(content, "gemeente"),
                      .district = text(content, "wijk"),
                      .retired_at = text(content, "geslotenOp")};
    if (m_missing) return m_missing;
    auto const known = m_store.count_places({.place = place.id});
    if (!known) return tl::unexpected<Error>(known.error());
    if (*known > 0) return Objection{};
    return m_store.save_place(place).map([] { return Objection{}; });
  }

  Result<Objection> take_in_key(json const& content) {
    m_missing.reset();
    PlaceKey const key{text(content, "plek"), text(content, "hash"),
                       text(content, "ingetrokkenOp")};
    if (m_missing) return m_missing;
    auto const known = is_known(key.place);
    if (!known) return tl::unexpected<Error>(known.error());
    if (!*known) return unknown_place(key.place);
    auto const bound = m_store.bind_key(key.place, key.hash);
    if (!bound) return tl::unexpected<Error>(bound.error());
    if (key.revoked_at.empty()) return Objection{};
    return m_store.revoke_key(key.place, key.hash, key.revoked_at).map([](bool) {
      return Objection{};
    });
  }

  Result<Objection> take_in_event(json const& content) {
    m_missing.reset();
    Arrival arrival{.event = {},
                    .bytes = text(content, "bytes"),
                    .hash = text(content, "inhoudshash"),
                    .received_at = text(content, "ontvangenOp")};
    if (m_missing) return m_missing;
    if (report::content_hash(arrival.bytes) != arrival.hash)
      return "the bytes are not those of the hash";
    auto event = report::count_event_from(arrival.bytes);
    if (!event) return event.error().what;
    arrival.event = *std::move(event);
    auto const known = is_known(arrival.event.place);
    if (!known) return tl::unexpected<Error>(known.error());
    if (!*known) return unknown_place(arrival.event.place);
    return kept(arrival);
  }

  Result<Objection> kept(Arrival const& arrival) {
    auto const kept = m_store.keep(arrival);
    if (!kept) return tl::unexpected<Error>(kept.error());
    switch (kept->verdict) {
      case Verdict::Stored:
        ++report.fresh;
        return Objection{};
      case Verdict::Replayed:
        ++report.replayed;
        return Objection{};
      case Verdict::OtherBytes:
        return fmt::format("the event {} is here with other bytes", arrival.event.id);
      case Verdict::DoublePeriod:
        return fmt::format("another event has told of {} in {} ({})", arrival.event.place,
                           arrival.event.period, arrival.event.kind);
    }
    return Objection{};
  }

  Result<bool> is_known(std::string const& place) {
    if (m_known_places.contains(place)) return true;
    auto const count = m_store.count_places({.place = place});
    if (!count) return tl::unexpected<Error>(count.error());
    // An empty place would have counted all of them.
    if (place.empty() || *count == 0) return false;
    m_known_places.insert(place);
    return true;
  }

  static std::string unknown_place(std::string_view place) {
    return fmt::format("there is no place {}: \"place add\" makes it", place);
  }

  CountStore& m_store;
  Objection m_missing;
  std::set<std::string> m_known_places;
};

}  // namespace

Result<ImportReport> read_archive(
    std::istream& lines, CountStore& store,
    std::function<void(std::int64_t line, std::string_view why)> const& refused) {
  Importer importer(store);
  std::string line;
  for (std::int64_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    auto const objection = line.size() > greatest_archive_line_bytes
                               ? Result<Objection>("longer than any line of an export")
                               : importer.take_in(line);
    if (!objection) return within(fmt::format("line {}", number), objection.error());
    if (!*objection) continue;
    ++importer.report.refused;
    refused(number, **objection);
  }
  if (lines.bad()) return failure("cannot read further");
  return importer.report;
}

}  // namespace inloop::collector
