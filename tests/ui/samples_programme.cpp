#include <optional>

#include "kiosk/core/host/places.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host::planning;
using namespace std::chrono_literals;

constexpr Date monday = 2026y / 11 / 23;
LocalTime const monday_morning{.date = monday, .minute_of_day = 610};

ProgrammeSession planned(SessionId id, int day, std::size_t index, int minute_of_day) {
  auto const& from = activity_templates.at(index);
  Session session{.id = id,
                  .activity = {.title = std::string(from.title),
                               .picture = std::string(from.picture),
                               .kind = from.kind,
                               .sign_up = from.sign_up},
                  .start = {.date = plus_days(monday, day), .minute_of_day = minute_of_day},
                  .minutes = 90};
  if (from.sign_up == SignUpMode::Token) {
    session.activity.capacity = 8;
    session.taken = static_cast<int>(id) % 9;
  }
  return {.session = session, .activity = id, .series = 1, .original = session.start, .lead = 1};
}

std::vector<ProgrammeSession> busy_week() {
  std::vector<ProgrammeSession> sessions{planned(1, 0, 12, 600), planned(2, 0, 9, 720),
                                         planned(3, 0, 17, 840), planned(4, 0, 25, 960),
                                         planned(5, 1, 5, 600),  planned(6, 1, 1, 840),
                                         planned(7, 3, 19, 600), planned(8, 4, 6, 570),
                                         planned(9, 4, 9, 720),  planned(10, 4, 23, 810)};
  sessions[4].session.state = SessionState::Cancelled;
  sessions[4].session.reason = "The host is ill.";
  return sessions;
}

KnownSeries tuesdays() {
  Series series{.activity = planned(5, 1, 5, 600).session.activity,
                .first = {.date = plus_days(monday, 1), .minute_of_day = 600},
                .minutes = 90,
                .slots = 1,
                .rule = repeating(Repeat::Weekly, plus_days(monday, 1)),
                .lead = 1,
                .uid = {}};
  auto& rule = std::get<Recurrence>(series.rule);
  rule.last = 2027y / 7 / 1;
  rule = leaving_out(rule, 2026y / 12 / 8);
  rule.on_holidays = OnHolidays::Skip;
  return {.id = 1, .series = series};
}

SessionFound found(SessionState session_state) {
  auto session = planned(5, 1, 5, 600);
  session.session.taken = 6;
  session.session.activity.room = "Keuken";
  if (session_state == SessionState::Cancelled) {
    session.session.state = session_state;
    session.session.reason = "The host is ill.";
  }
  return {.session = session, .series = tuesdays(), .previous = 4, .next = 6};
}

class ProgrammeSamples {
 public:
  ProgrammeSamples(State state, Words const& words) : m_samples(std::move(state), words) {}

  void add(std::string name, decltype(Programme::page) page, AgendaSpan span = AgendaSpan::Week) {
    add_room(std::move(name), {.host = {.picture = 1, .first_name = "Fatima"},
                               .place = place_at(std::move(page), span)});
  }

  void add_room(std::string name, HostRoom room) {
    m_samples.add("programme_" + std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  }

  static Programme place_at(decltype(Programme::page) page, AgendaSpan span = AgendaSpan::Week) {
    return {.span = span,
            .day = span == AgendaSpan::Week ? monday : Date(2026y / 11 / 1),
            .looked_at = monday,
            .sessions = busy_week(),
            .hosts = {{.picture = 1, .first_name = "Fatima"}, {.picture = 7}},
            .rooms = {"Keuken", "Tuin"},
            .opened_day = std::nullopt,
            .page = std::move(page)};
  }

  void add_line(std::string name, FormLine line) {
    FormPage form{.draft = {.series = tuesdays().series}, .line = line};
    add(std::move(name), std::move(form));
  }

  [[nodiscard]] std::vector<Sample> take() { return m_samples.take(); }

 private:
  Samples m_samples;
};

void add_forms(ProgrammeSamples& samples) {
  FormPage form{.draft = draft_from(activity_templates[5], monday, monday_morning)};
  samples.add("form", form);
  form.draft = {.series = tuesdays().series};
  auto wrong = form;
  wrong.draft.series.activity.title.clear();
  wrong.was_tried = true;
  wrong.refused = ProgrammeProblem::Occupied;
  samples.add("form_wrong", wrong);
  form.clashes = {
      {.kind = ClashKind::Room, .wanted = monday_morning, .with = planned(2, 0, 9, 720).session}};
  samples.add("form_clash", form);
  samples.add_line("when", FormLine::When);
  samples.add_line("repeat", FormLine::Repeat);
  samples.add_line("weekdays", FormLine::Weekdays);
  samples.add_line("until", FormLine::Until);
  samples.add_line("left_out", FormLine::LeftOut);
  samples.add_line("places", FormLine::Places);
  samples.add_line("joining", FormLine::SignUp);
  samples.add_line("rooms", FormLine::Room);
  samples.add_line("picture", FormLine::Picture);
  samples.add_line("lead", FormLine::Lead);
  samples.add_line("kind", FormLine::Kind);
  samples.add_line("holidays", FormLine::Holidays);
  FormPage table{.draft = slots_draft(monday, monday_morning)};
  samples.add("form_slots", table);
  table.line = FormLine::Slots;
  samples.add("slots", table);
  form.line = FormLine::Title;
  form.entry = host::TextEntry{.text = "Samen bewegen op muziek"};
  samples.add("typing", form);
  form.line = FormLine::Link;
  form.entry = host::TextEntry{.text = "https://", .is_sentence = false, .is_prose = true};
  samples.add("typing_link", form);
}

// What the frame says, and a day on which nobody meets.
void add_said(ProgrammeSamples& samples) {
  HostRoom room{.host = {.picture = 1, .first_name = "Fatima"},
                .place = ProgrammeSamples::place_at(AgendaPage{})};
  auto& place = std::get<Programme>(room.place);
  room.notice = host::Notice{.message = message("It is cancelled. Residents can read why.")};
  room.undo = HostRequest{};
  samples.add_room("said", room);
  room.waiting = Waiting{};
  room.progress = host::Progress{.done = 2, .total = 5};
  samples.add_room("busy", room);
  room = {.host = {.picture = 1, .first_name = "Fatima"}, .place = room.place};
  place.day = 2026y / 12 / 21;
  place.sessions.clear();
  samples.add_room("week_empty", room);
  samples.add("day_empty", DayPage{.day = plus_days(monday, 2)});
}

CalendarEvent event(std::size_t index, int day) {
  auto const session = planned(1, day, index, 600).session;
  return {
      .series = {.activity = session.activity,
                 .first = session.start,
                 .rule = {},
                 .lead = {},
                 .uid = "x"},
      .sessions = {{.original = session.start, .start = session.start, .title = {}, .room = {}}}};
}

void add_files(ProgrammeSamples& samples) {
  samples.add("files", TakeAwayPage{});
  samples.add("calendars",
              CalendarsPage{.files = {{.path = "a", .name = "bibliotheek-leiden-najaar-2026.ics"},
                                      {.path = "b", .name = "agenda.ics"}}});
  CalendarProposal proposal{.organiser = "Bibliotheek Leiden",
                            .added = {event(12, 1), event(16, 2), event(20, 3)},
                            .unchanged = 12};
  proposal.refused = {{.reason = CalendarRefusal::AllDay, .title = "Open dag"},
                      {.reason = CalendarRefusal::Private, .title = {}}};
  samples.add("import", ImportPage{.path = "x", .proposal = proposal});
  proposal.changed = {event(5, 1)};
  proposal.gone = {tuesdays()};
  samples.add("import_gone", ImportPage{.path = "x", .proposal = proposal});
  samples.add("import_typing", ImportPage{.path = "x",
                                          .proposal = proposal,
                                          .entry = host::TextEntry{.text = "Bibliotheek"}});
  samples.add(
      "import_same",
      ImportPage{.path = "x", .proposal = {.organiser = "Bibliotheek Leiden", .unchanged = 12}});
  samples.add("poster", PosterPage{});
  samples.add("poster_two", PosterPage{Language::Arabic});
}

}  // namespace

std::vector<Sample> programme_samples(State state, Words const& words) {
  ProgrammeSamples samples(std::move(state), words);
  samples.add("week", AgendaPage{});
  samples.add("month", AgendaPage{}, AgendaSpan::Month);
  samples.add("day", DayPage{.day = monday});
  samples.add("new", NewPage{.day = monday});
  samples.add("copy", CopyPage{.from = plus_days(monday, -7),
                               .to = monday,
                               .sessions = {planned(1, 0, 12, 600).session,
                                            planned(2, 0, 9, 720).session}});
  samples.add("session", SessionPage{found(SessionState::Planned)});
  samples.add("session_cancelled", SessionPage{found(SessionState::Cancelled)});
  auto over = found(SessionState::Planned);
  over.session.session.start.date = plus_days(monday, -6);
  over.attended = 5;
  samples.add("session_over", SessionPage{over});
  samples.add("scope", ScopePage{found(SessionState::Planned)});
  ReasonPage reason{.found = found(SessionState::Planned), .entry = std::nullopt};
  samples.add("reason", reason);
  reason.entry = host::TextEntry{.text = "Bel 06 12 34 56 78"};
  samples.add("reason_private", reason);
  add_forms(samples);
  add_files(samples);
  add_said(samples);
  return samples.take();
}

}  // namespace inloop::test
