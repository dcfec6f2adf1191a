#pragma once
// The sample screens by the part of the kiosk that they belong to. Each part gets a state at rest,
// on a Monday morning, in the language of the words.

#include <string>
#include <utility>
#include <vector>

#include "kiosk/core/state.h"
#include "kiosk/core/words.h"
#include "tests/ui/samples.h"

namespace inloop::test {

// Looking for an activity and joining it.
[[nodiscard]] std::vector<Sample> joining_samples(core::State state, core::Words const& words);

// Speaking, leaving, knowing, and calm messages.
[[nodiscard]] std::vector<Sample> talking_samples(core::State state, core::Words const& words);

// Vandaag and the pages behind it.
[[nodiscard]] std::vector<Sample> today_samples(core::State state, core::Words const& words);

// The door, and the page of the hosts.
[[nodiscard]] std::vector<Sample> door_samples(core::State state, core::Words const& words);

// Activiteiten: the agenda, the form and the pages behind it.
[[nodiscard]] std::vector<Sample> programme_samples(core::State state, core::Words const& words);

// Tellingen and Verhaal.
[[nodiscard]] std::vector<Sample> counts_samples(core::State state, core::Words const& words);
[[nodiscard]] std::vector<Sample> story_samples(core::State state, core::Words const& words);

// Instellingen.
[[nodiscard]] std::vector<Sample> setup_samples(core::State state, core::Words const& words);

// The sample of one page.
[[nodiscard]] Sample sample_of(std::string name, core::Page page, core::State state,
                               core::Words const& words);

// Gathers the samples of one part.
class Samples {
 public:
  Samples(core::State state, core::Words const& words)
      : m_state(std::move(state)), m_words(words) {}

  void add(std::string name, core::Page page) {
    m_samples.push_back(sample_of(std::move(name), std::move(page), m_state, m_words));
  }

  // What the samples to come start from.
  [[nodiscard]] core::State& state() { return m_state; }
  [[nodiscard]] std::vector<Sample> take() { return std::move(m_samples); }

 private:
  core::State m_state;
  core::Words const& m_words;
  std::vector<Sample> m_samples;
};

}  // namespace inloop::test
