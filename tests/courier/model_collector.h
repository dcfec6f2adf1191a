#pragma once
// A collector as counts.md describes it, in memory: it keeps each event once and answers with a
// receipt. It stands for the real one where thousands of schedules are played. One thread.

#include <map>
#include <string>

#include "tests/courier/fakes.h"

namespace inloop::courier::test {

class ModelCollector {
 public:
  // Commits before it answers, so that whoever loses the answer has lost nothing else.
  HttpOutcome receive(Letter const& sent) {
    ++m_requests;
    auto const [kept, is_new] = m_hashes.emplace(sent.id, sent.hash);
    if (is_new) ++m_commits[sent.id];
    if (kept->second != sent.hash) return answer_of(409, "application/problem+json", "{}");
    auto answer = good_answer(sent);
    answer.status = is_new ? 201 : 200;
    return answer;
  }

  [[nodiscard]] std::size_t stored() const { return m_hashes.size(); }
  [[nodiscard]] int requests() const { return m_requests; }
  [[nodiscard]] std::string hash_of(std::string const& id) const {
    auto const found = m_hashes.find(id);
    return found == m_hashes.end() ? std::string() : found->second;
  }
  [[nodiscard]] int commits_of(std::string const& id) const {
    auto const found = m_commits.find(id);
    return found == m_commits.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, std::string> m_hashes;
  std::map<std::string, int> m_commits;
  int m_requests = 0;
};

}  // namespace inloop::courier::test
