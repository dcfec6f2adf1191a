#include "kiosk/app/narrator.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace inloop::app {
namespace {

using Utterances = std::vector<ui::Utterance>;

// The buttons that change the screen itself: what they did is plain to hear or to see.
bool is_tool(ui::Utterance const& one) {
  return one.id.starts_with("tools/");
}

// Nobody stands before these unless somebody just did something.
bool is_at_rest(core::Content const& content) {
  return std::holds_alternative<core::HomeScreen>(content) ||
         std::holds_alternative<core::OutOfOrderScreen>(content);
}

// That a control waits for a moment is no news, but that it was chosen is.
bool is_news(ui::Utterance const& one, Utterances const& before) {
  if (is_tool(one)) return false;
  auto const same =
      std::ranges::find_if(before, [&](ui::Utterance const& old) { return old.id == one.id; });
  if (same == before.end()) return true;
  return same->plain != one.plain || (one.is_chosen && !same->is_chosen);
}

Utterances news(Utterances const& now, Utterances const& before) {
  Utterances result;
  std::ranges::copy_if(now, std::back_inserter(result),
                       [&](ui::Utterance const& one) { return is_news(one, before); });
  return result;
}

}  // namespace

void Narrator::repeat() {
  if (m_before && !m_last.empty()) m_voice.say(m_last_language, m_last);
}

void Narrator::see(Seen seen) {
  auto const& preferences = seen.screen.preferences;
  if (preferences.speech == core::Speech::Silent) return fall_silent();
  auto const volume_before = std::exchange(m_volume, preferences.volume);
  if (volume_before != m_volume) m_voice.set_volume(preferences.volume);
  say_what_is_due(seen);
  // How loud it is now is best heard.
  if (volume_before && volume_before != m_volume) repeat();
  m_before = Before{.page = seen.screen.content.index(),
                    .language = preferences.language,
                    .utterances = std::move(seen.utterances)};
}

void Narrator::say_what_is_due(Seen const& seen) {
  auto const& screen = seen.screen;
  auto const language = screen.preferences.language;
  bool const is_new_page =
      !m_before || m_before->page != screen.content.index() || m_before->language != language;
  if (is_new_page) {
    if (is_at_rest(screen.content) && !is_answer(seen.uptime_ms)) return m_voice.stop();
    return say(language, joined(seen.utterances));
  }
  if (seen.say) return say(language, *seen.say);
  // The warning is said once, not each second.
  if (std::holds_alternative<core::TimeOutScreen>(screen.content)) return;
  if (is_answer(seen.uptime_ms)) say(language, joined(news(seen.utterances, m_before->utterances)));
}

// Nothing of a visitor stays behind.
void Narrator::fall_silent() {
  if (!m_before) return;
  m_voice.stop();
  m_before.reset();
  m_volume.reset();
  m_acted_at_ms.reset();
  m_last.clear();
}

void Narrator::say(core::Language language, std::string text) {
  if (text.empty()) return;
  m_last_language = language;
  m_last = text;
  m_voice.say(language, std::move(text));
}

bool Narrator::is_answer(std::int64_t uptime_ms) const {
  return m_acted_at_ms && uptime_ms - *m_acted_at_ms <= answer_within_ms;
}

}  // namespace inloop::app
