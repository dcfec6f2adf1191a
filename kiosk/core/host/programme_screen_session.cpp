#include "kiosk/core/host/pin_pad.h"
#include "kiosk/core/host/programme_screens.h"
#include "kiosk/core/host/programme_words.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/reasons.h"
#include "kiosk/core/screen_sessions.h"

namespace inloop::core::host::planning {
namespace {

std::string who_comes(Session const& session, Words const& words) {
  auto text = counted(words.text("Signed up: {count}."), session.taken + session.waiting);
  if (session.waiting > 0) text += " " + counted(words.text("Waiting: {count}."), session.waiting);
  return text;
}

class SessionWriter {
 public:
  SessionWriter(ProgrammeWriter const& writer, SessionFound const& found)
      : m_writer(writer),
        m_words(writer.words),
        m_found(found),
        m_session(found.session.session),
        m_standing(standing_of(m_session, writer.state.now.local)) {}

  [[nodiscard]] PageView view() {
    m_view.heading = heading_of(m_session, m_writer.state.now.local, m_words);
    tell();
    offer();
    m_view.scroll = scrolled(0, m_view.tiles, m_words);
    return std::move(m_view);
  }

 private:
  void tell(std::string picture, std::string text) {
    m_view.facts.push_back({.picture = std::move(picture), .text = phrase(std::move(text))});
  }
  void tell();
  void offer();

  ProgrammeWriter const& m_writer;
  Words const& m_words;
  SessionFound const& m_found;
  Session const& m_session;
  Standing m_standing;
  PageView m_view;
};

void SessionWriter::tell() {
  if (m_session.state == SessionState::Cancelled) {
    tell("⛔", m_words.text("This is cancelled."));
    if (!m_session.reason.empty()) tell("💬", isolated(reason_in_words(m_session.reason, m_words)));
  }
  if (m_found.attended) tell("👥", counted(m_words.text("Were there: {count}."), *m_found.attended));
  if (takes_sign_ups(m_session.activity.sign_up)) {
    auto text = who_comes(m_session, m_words);
    if (m_session.activity.capacity)
      text +=
          " " + counted(m_words.text("There is room for {count}."), *m_session.activity.capacity);
    tell("🪑", std::move(text));
  }
  if (m_found.series) tell("🔁", rule_in_words(m_found.series->series, m_words) + ".");
  if (!m_session.activity.room.empty())
    tell("🚪",
         filled(m_words.text("The place: {room}."), {{"room", isolated(m_session.activity.room)}}));
  if (m_found.session.lead)
    tell(std::string(emoji_of(*m_found.session.lead)),
         host_in_words(m_writer, *m_found.session.lead));
  if (!m_session.activity.organiser.empty()) tell("🤝", isolated(m_session.activity.organiser));
}

void SessionWriter::offer() {
  auto& tiles = m_view.tiles;
  bool const is_to_come = m_standing != Standing::Over && m_standing != Standing::Started;
  bool const is_planned = m_session.state == SessionState::Planned;
  if (is_planned && is_to_come) {
    tiles.push_back(plain_tile("change", "✏️", m_words.text("Change"), {ChangeSession{}}));
    tiles.push_back(plain_tile("call_off", "⛔", m_words.text("Call it off"), {CallOff{}}));
    if (m_found.series) {
      tiles.push_back(plain_tile("skip", "⏭️", m_words.text("Not on this date"),
                                 {TakeOut{Scope::ThisOne}}));
      if (m_found.series->series.uid.empty())
        tiles.push_back(plain_tile("stop", "🏁", m_words.text("Stop from here on"),
                                   {TakeOut{Scope::FromHereOn}}));
    } else {
      tiles.push_back(plain_tile("take_out", "🗑️", m_words.text("Take it out"),
                                 {TakeOut{Scope::ThisOne}}));
    }
  }
  if (m_found.previous)
    tiles.push_back(plain_tile("previous", "⏪", m_words.text("The time before"),
                               {OpenSession{*m_found.previous}}));
  if (m_found.next)
    tiles.push_back(
        plain_tile("next", "⏩", m_words.text("The next time"), {OpenSession{*m_found.next}}));
}

}  // namespace

std::string host_in_words(ProgrammeWriter const& writer, int picture) {
  for (auto const& host : writer.place.hosts)
    if (host.picture == picture && !host.first_name.empty()) return isolated(host.first_name);
  return picture_in_words(picture, writer.words);
}

PageView session_view(ProgrammeWriter const& writer, SessionFound const& found) {
  return SessionWriter(writer, found).view();
}

PageView scope_view(ProgrammeWriter const& writer, SessionFound const& found) {
  auto const& words = writer.words;
  PageView view{.heading = heading_of(found.session.session, writer.state.now.local, words),
                .advice = phrase(words.text("What do you want to change?")),
                .shape = TileShape::Lines};
  view.tiles = {
      plain_tile("this_one", "📌", words.text("Only this one"), {ChooseScope{Scope::ThisOne}}),
      plain_tile("from_here_on", "⏩", words.text("From here on"), {ChooseScope{Scope::FromHereOn}}),
      plain_tile("all", "🔁", words.text("All of them"), {ChooseScope{Scope::All}})};
  view.scroll = scrolled(0, view.tiles, words);
  return view;
}

PageView reason_view(ProgrammeWriter const& writer, SessionFound const& found) {
  auto const& words = writer.words;
  constexpr std::array<std::string_view, reasons_to_choose> pictures{"🤒", "🪑", "🔒", "📆"};
  PageView view{.heading = heading_of(found.session.session, writer.state.now.local, words),
                .advice = phrase(words.text("Why is it cancelled? Residents can read it.")),
                .shape = TileShape::Lines};
  for (std::size_t i = 0; i < reasons_to_choose; ++i) {
    auto const& listed = usual_reasons[i];
    view.tiles.push_back(plain_tile("reason_" + std::to_string(i + 1), std::string(pictures[i]),
                                    words.text(listed.message), {ChooseReason{i}}));
  }
  view.tiles.push_back(
      plain_tile("other_reason", "✏️", words.text("Another reason"), {TypeReason{}}));
  view.scroll = scrolled(0, view.tiles, words);
  return view;
}

}  // namespace inloop::core::host::planning
