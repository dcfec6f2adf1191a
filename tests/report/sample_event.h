#pragma once
// A count event as a living room would release it, for tests to change one thing in.

#include "sync/report/count_event.h"

namespace inloop::report {

[[nodiscard]] inline CountEvent sample_event() {
  CountEvent event;
  event.id = "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01";
  event.source = "urn:nld:kvknr:12345678:systeem:kiosk-1";
  event.place = "klooslaan";
  event.time = "2026-12-04T03:00:00Z";
  event.sequence = 61;
  event.period = "2026-11";
  event.tables = {
      {"bezoeken", "geteldePersoon", {1, 1}, {{"volwassenen", 187}, {"kinderen", -1}}},
      {"drukte",
       "geteldePersoon",
       {1, 2},
       {{"maandagOchtend", 41}, {"dinsdagMiddag", 0}, {"buitenOpeningstijd", -3}}},
      {"eersteKeer", "antwoord", {1, 2}, {{"ja", 52}, {"nee", 90}, {"overgeslagen", 33}}},
      {"deelnames",
       "deelname",
       {1, 2},
       {{"ontmoeten", 31},
        {"bewegen", 24},
        {"koken", 18},
        {"leren", 12},
        {"maken", 9},
        {"helpen", -2},
        {"advies", 4}}},
      {"vrijwilligers", "vrijwilligerDagdeel", {1, 2}, {{"vrijwilligers", 46}}},
      {"gevoel", "antwoord", {1, 2}, {{"ja", 27}, {"eenBeetje", 8}, {"nee", -1}}},
  };
  event.facts = {.dayparts_scheduled = 22,
                 .dayparts_open = 21,
                 .feeling_question = "gedragen",
                 .sessions = {{"ontmoeten", 9, 9, 0},
                              {"bewegen", 8, 7, 1},
                              {"koken", 4, 4, 0},
                              {"leren", 5, 5, 0},
                              {"maken", 4, 3, 1},
                              {"helpen", 2, 2, 0},
                              {"advies", 0, 0, 0}},
                 .software_version = "0.1.0"};
  return event;
}

}  // namespace inloop::report
