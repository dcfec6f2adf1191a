#include "kiosk/core/host/free_text.h"
#include "kiosk/core/host/places.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host::telling;
using namespace std::chrono_literals;

std::string const told =
    "Een vrouw die nooit iets zei, schonk vandaag koffie voor iedereen. Ze lachte toen iemand haar "
    "bedankte. Volgende week wil ze samen koken.\nDat hadden we een jaar geleden niet gedacht.";

std::string written(int characters) {
  std::string text;
  while (std::ssize(text) < characters) text += told + " ";
  text.resize(static_cast<std::size_t>(characters));
  return text;
}

Story story(decltype(Story::page) page = StoriesPage{}) {
  Story place{.month = 2026y / 11, .stories = {}, .is_known = true, .page = std::move(page)};
  for (int i = 0; i < 8; ++i)
    place.stories.push_back({.id = i + 1,
                             .date = 2026y / 11 / std::chrono::day(static_cast<unsigned>(22 - i)),
                             .text = i % 2 == 0 ? told : "De soep was op, en niemand wilde weg."});
  return place;
}

class StorySamples {
 public:
  StorySamples(State state, Words const& words) : m_samples(std::move(state), words) {}

  [[nodiscard]] Samples& samples() { return m_samples; }

  void add(std::string name, Story place) {
    HostRoom room{.host = {.picture = 1, .first_name = "Fatima"}, .place = std::move(place)};
    m_samples.add(std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  }

 private:
  Samples m_samples;
};

WritePage writing(std::string text) {
  return {.before = std::nullopt,
          .entry = {
              .text = std::move(text), .most_characters = most_story_characters, .is_prose = true}};
}

}  // namespace

std::vector<Sample> story_samples(State state, Words const& words) {
  StorySamples samples(std::move(state), words);
  samples.add("story", story());
  auto empty = story();
  empty.stories.clear();
  samples.add("story_empty", empty);
  samples.add("story_read", story(ReadPage{story().stories.front()}));
  samples.add("story_write", story(writing("Vandaag kwam een man")));
  samples.add("story_write_new", story(writing("")));
  auto long_story = writing(written(most_story_characters));
  long_story.entry.is_too_long = true;
  samples.add("story_write_long", story(std::move(long_story)));
  auto refused = writing("Zijn nummer is 06 12 34 56 78");
  refused.trouble = host::message_about(host::PrivateKind::PhoneNumber);
  refused.found = "06 12 34 56 78";
  refused.tried = refused.entry.text;
  samples.add("story_write_refused", story(std::move(refused)));
  auto marks = writing("Wat een dag");
  marks.entry.has_more_keys = true;
  samples.add("story_write_marks", story(std::move(marks)));
  return samples.samples().take();
}

}  // namespace inloop::test
