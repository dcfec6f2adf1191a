#include <optional>
#include <string>

#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace std::chrono_literals;

constexpr SessionId lesson = 1;

Session cycling_lesson(Date today) {
  return {.id = lesson,
          .activity = {.title = "Cycling lesson",
                       .picture = "🚲",
                       .kind = ActivityKind::Moving,
                       .sign_up = SignUpMode::Name,
                       .capacity = 8,
                       .room = {},
                       .link = {}},
          .start = {.date = today, .minute_of_day = 14 * 60},
          .reason = {}};
}

// As long as such entries are with a title, a place and a token.
std::string calendar_text() {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Inloop//kiosk//NL\r\nBEGIN:VEVENT\r\n"
         "UID:1234567890@bop-willem-klooslaan\r\nDTSTAMP:20261123T091000Z\r\n"
         "DTSTART:20261123T130000Z\r\nDTEND:20261123T140000Z\r\nSUMMARY:Fietsles\r\n"
         "LOCATION:BOP Willem Klooslaan\r\nDESCRIPTION:blauwe uil\r\nEND:VEVENT\r\n"
         "END:VCALENDAR\r\n";
}

ReleasedMonth released_month() {
  std::string bytes =
      R"({"specversion":"1.0","id":"3f1c9f4e-5b6a-4b1c-9d3e-0a1b2c3d4e5f",)"
      R"("source":"urn:nld:kvknr:12345678:systeem:kiosk-1","type":)"
      R"("nl.inloop.bezoektelling.vrijgegeven.v1","subject":"bop-willem-klooslaan",)"
      R"("time":"2026-11-04T03:00:00Z","data":{"plek":"bop-willem-klooslaan","periode":"2026-10",)"
      R"("soort":"regulier","tabellen":[)";
  for (int i = 0; i < 12; ++i)
    bytes += R"({"onderwerp":"bezoeken","eenheid":"geteldePersoon","epsilon":{"teller":1,)"
             R"("noemer":1},"cellen":[{"groep":"volwassenen","waarde":187}]},)";
  bytes.back() = ']';
  return {.period = period_of(2026y / 10 / 12),
          .adults = 187,
          .children = -1,
          .is_received = true,
          .bytes = bytes + "}}"};
}

void add_names(Samples& samples) {
  Selected const at{.from = std::nullopt, .session = lesson};
  auto const language = samples.state().preferences.language;
  auto const is_ethiopic = language == Language::Tigrinya;
  NameEntry entry{.at = at, .typed = {}};
  samples.add("name", entry);
  entry.first_key = 18;
  samples.add("name_next_keys", entry);
  entry.first_key = 0;
  entry.problem = NameProblem::Empty;
  samples.add("name_problem", entry);
  entry.problem.reset();
  entry.typed = is_ethiopic ? "ሰላም" : "Wilhelmina-Anastasia";
  samples.add("name_typed", entry);
  entry.has_more_keys = true;
  samples.add("name_more_keys", entry);
}

void add_take_along(Samples& samples) {
  SignedUp const signed_up{.at = {.from = std::nullopt, .session = lesson},
                           .token = {.picture = 0, .colour = TokenColour::Blue}};
  TakeAlong page{.at = signed_up.at, .calendar_text = calendar_text()};
  samples.add("take_along", page);
  page.signed_up = signed_up;
  samples.state().settings.has_printer = true;
  samples.add("take_along_token", page);
  page.printing = Printing::Done;
  samples.add("take_along_printed", page);
  page.printing = Printing::Failed;
  samples.add("take_along_failed", page);
  page.printing = Printing::Busy;
  samples.add("take_along_printing", page);
}

void add_calls(Samples& samples) {
  samples.add("call_heard", CallHeard{.call = 1, .kind = CallKind::Talk});
  samples.add("call_heard_help", CallHeard{.call = 1, .kind = CallKind::Help});
  samples.state().calls = {{.id = 1, .kind = CallKind::Talk}};
  samples.add("calls", Calls{});
  for (CallId id = 2; id <= static_cast<CallId>(most_calls); ++id)
    samples.state().calls.push_back(
        {.id = id, .kind = id % 2 == 0 ? CallKind::Help : CallKind::Talk});
  samples.add("calls_many", Calls{});
}

void add_knowing(Samples& samples) {
  samples.add("released", Released{.month = released_month()});
  samples.add("released_none", Released{});
  samples.add("released_waiting", Released{.waiting = Waiting{.request = 1}});
  samples.add("raw_release", Released{.month = released_month(), .is_raw = true});
  samples.add("raw_release_more",
              Released{.month = released_month(), .is_raw = true, .first_line = 30});
}

}  // namespace

std::vector<Sample> talking_samples(State state, Words const& words) {
  state.agenda = {cycling_lesson(state.now.local.date)};
  Samples samples(std::move(state), words);
  add_names(samples);
  add_take_along(samples);
  add_calls(samples);
  add_knowing(samples);
  samples.add("leaving", Leaving{});
  samples.add("farewell", Farewell{});
  samples.add("card_not_read", CardNotRead{});
  samples.add("no_voice", NoVoice{});
  return samples.take();
}

}  // namespace inloop::test
