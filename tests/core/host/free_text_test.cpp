#include "kiosk/core/host/free_text.h"

#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace inloop::core::host;

namespace {

std::optional<PrivateKind> kind_in(std::string_view text) {
  auto const found = find_private_words(text);
  if (!found) return std::nullopt;
  return found->kind;
}

// Nine digits that pass the eleven-test, for a seed of eight digits; none for one seed in eleven.
std::optional<std::string> citizen_number(int seed) {
  std::string digits = std::to_string(seed);
  digits.insert(0, 8 - digits.size(), '0');
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (9 - i);
  if (sum % 11 == 10) return std::nullopt;
  return digits + static_cast<char>('0' + sum % 11);
}

}  // namespace

TEST_CASE("A citizen service number is found however it was written") {
  for (auto const* const text :
       {"111222333", "Zijn BSN is 111222333.", "111.222.333", "111 222 333", "1112.22.333",
        "1-1-1-2-2-2-3-3-3", "om 10 uur: 111222333", "bsn111222333", "12 111222333",
        "111\u00A0222\u00A0333", "111\u200B222\u200B333", "١١١٢٢٢٣٣٣", "۱۱۱۲۲۲۳۳۳",
        "111222333 12-11-2026", "010464554"}) {
    CAPTURE(text);
    CHECK(kind_in(text) == PrivateKind::CitizenNumber);
  }
}

TEST_CASE("Every number that passes the eleven-test is found, whatever stands in it") {
  auto const holds = rc::check([] {
    auto const number = citizen_number(*rc::gen::inRange(1, 99'999'999));
    if (!number) return;
    std::string text = "We zagen ";
    for (auto const digit : *number) {
      text += digit;
      text += *rc::gen::element<std::string>("", "", "", " ", ".", "-", " - ");
    }
    RC_ASSERT(kind_in(text + "staan") == PrivateKind::CitizenNumber);
  });
  CHECK(holds);
}

TEST_CASE("Nine digits that fail the eleven-test are a number like another") {
  for (auto const* const text : {"111222334", "123456789", "000000000", "1112223330"}) {
    CAPTURE(text);
    CHECK_FALSE(kind_in(text));
  }
}

TEST_CASE("A telephone number is found however it was written") {
  for (auto const* const text :
       {"0612345678", "06-12345678", "06 12 34 56 78", "06 - 1234 5678", "(071) 512 34 56",
        "071-5123456", "0172 - 123456", "+31 6 12345678", "+31(0)6-12345678", "0031612345678",
        "+32 470 12 34 56", "Bel 06.12.34.56.78!", "٠٦١٢٣٤٥٦٧٨", "+ 49 30 901820"}) {
    CAPTURE(text);
    CHECK(kind_in(text) == PrivateKind::PhoneNumber);
  }
}

TEST_CASE("A mail address and the name of an account are found") {
  for (auto const* const text :
       {"jan@voorbeeld.nl", "mail naar j.de.vries@voorbeeld.nl graag", "jan @ voorbeeld . nl",
        "jan(at)voorbeeld.nl", "jan [at] voorbeeld.nl", "@fatima op Insta", "jan＠voorbeeld.nl"}) {
    CAPTURE(text);
    CHECK(kind_in(text) == PrivateKind::MailAddress);
  }
}

TEST_CASE("A bank account is found and not taken for a telephone") {
  for (auto const* const text :
       {"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "rekening nl91abna0417164300 graag",
        "BE71 0961 2345 6769", "DE89 3704 0044 0532 0130 00"}) {
    CAPTURE(text);
    CHECK(kind_in(text) == PrivateKind::BankAccount);
  }
  CHECK(kind_in("NL91 ABNA 0417 1643 01") != PrivateKind::BankAccount);
}

TEST_CASE("What a house writes every day is let through") {
  for (auto const* const text :
       {"", "Op 12-11-2026 kwamen er 23 mensen, 4 meer dan in 2025.",
        "We aten om 17.30 uur met 12 mensen en 6 kinderen.", "09.30-11.45 koffie, 12.00-13.00 soep",
        "06-11-2026 was een drukke dag", "Van 2024 tot 2026: 1200, 1350 en 1410 bezoekers",
        "De soep kostte € 12,50 voor 30 kommen.", "Kamer 101, 102 en 103", "112 werd niet gebeld",
        "01-11-2026 10:30 tot 12:30", "Bel de winkel: 0900-1234", "2026-11-12 en 2026-11-13",
        "jarig: 70, 71, 72!", "Postcode 2313 AB", "op 12 plekken zaten 10 mensen met 8 kinderen",
        "Gezellig @ de keukentafel, elke week"}) {
    CAPTURE(text);
    CHECK_FALSE(kind_in(text).has_value());
  }
}

TEST_CASE("What was found is told as it was typed") {
  CHECK(find_private_words("Zijn nummer 111.222.333 staat hier")->found == "111.222.333");
  CHECK(find_private_words("Mail jan@voorbeeld.nl nu")->found == "jan@voorbeeld");
  CHECK(find_private_words("Bel ٠٦١٢٣٤٥٦٧٨ nu")->found == "٠٦١٢٣٤٥٦٧٨");
}

TEST_CASE("No bytes, however broken, upset the search") {
  auto const holds = rc::check([](std::string const& text) {
    auto const found = find_private_words(text);
    // In a variable, because the macro evaluates both sides of an "or".
    bool const is_found_there = !found || text.find(found->found) != std::string::npos;
    RC_ASSERT(is_found_there);
    auto const name = find_likely_name(text);
    bool const is_name_there = !name || text.find(*name) != std::string::npos;
    RC_ASSERT(is_name_there);
  });
  CHECK(holds);
}

TEST_CASE("A capital where no sentence begins looks like a name") {
  struct Case {
    std::string_view text;
    std::string_view name;
  };
  for (auto const& one :
       {Case{"Vandaag was Fatima er weer.", "Fatima"}, Case{"Fatima Yilmaz kwam.", "Yilmaz"},
        Case{"Hij zei tegen mevr. Jansen: dank u.", "Jansen"},
        Case{"De heer van der Berg kwam.", "Berg"}, Case{"Вчора прийшла Оксана.", "Оксана"},
        Case{"Dan komt Émile.", "Émile"}, Case{"Soms bakt Şirin brood.", "Şirin"}}) {
    CAPTURE(one.text);
    CHECK(find_likely_name(one.text) == one.name);
  }
}

TEST_CASE("Beginnings of sentences, languages and abbreviations look like no name") {
  for (auto const* const text :
       {"", "Een vrouw kwam voor het eerst. Ze bleef lang.", "'s Middags was er soep.",
        "Ze leert Nederlands op de BOP.", "Hij zei: \"Kom binnen!\" En dat deed ze.",
        "Met Kerst aten we samen.", "أهلا وسهلا", "Wat leuk! Nog een keer? Ja.",
        "„Kom maar” zei hij. “Graag” zei zij.", "Het was op maandag.\nToen kwam ze terug."}) {
    CAPTURE(text);
    CHECK_FALSE(find_likely_name(text).has_value());
  }
}

TEST_CASE("Each kind has its own words for the host") {
  std::vector<std::string_view> all;
  for (auto const kind : {PrivateKind::CitizenNumber, PrivateKind::PhoneNumber,
                          PrivateKind::MailAddress, PrivateKind::BankAccount})
    all.push_back(message_about(kind));
  std::ranges::sort(all);
  CHECK(std::ranges::unique(all).empty());
}
