#include "tests/paper/samples.h"

#include <array>
#include <string>

namespace inloop::test {
namespace {

struct SampleWords {
  char const* title;
  char const* day;
  char const* time;
  char const* token;
};

constexpr std::array<SampleWords, core::all_languages.size()> all_words{
    SampleWords{"Samen bewegen", "dinsdag 24 november", "14:00 uur, 90 minuten", "de blauwe uil"},
    SampleWords{"Moving gently", "Tuesday 24 November", "14:00, 90 minutes", "the blue owl"},
    SampleWords{"حركة خفيفة معاً", "الثلاثاء 24 نوفمبر", "14:00، 90 دقيقة", "البومة الزرقاء"},
    SampleWords{"Birlikte hareket", "24 Kasım Salı", "Saat 14:00, 90 dakika", "mavi baykuş"},
    SampleWords{"Łagodna gimnastyka", "wtorek 24 listopada", "godz. 14:00, 90 minut",
                "niebieska sowa"},
    SampleWords{"Легка руханка", "вівторок, 24 листопада", "14:00, 90 хвилин", "синя сова"},
    SampleWords{"نرمش آرام", "سه‌شنبه 24 نوامبر", "ساعت 14:00، 90 دقیقه", "جغد آبی"},
    SampleWords{"ቀሊል ምንቅስቓስ", "ሰሉስ 24 ሕዳር", "ሰዓት 14:00፣ 90 ደቒቕ", "ሰማያዊ ጉንጓ"},
};

}  // namespace

paper::Slip sample_slip(core::Language language) {
  auto const& words = all_words.at(static_cast<std::size_t>(language));
  return {.picture = "🧘🏽",
          .title = words.title,
          .lines = {{"🕑", words.day + std::string("\n") + words.time},
                    {"🏡", "Buurtkamer, Willem Klooslaan 1, Leiden"},
                    {"🦉", words.token}},
          .qr_text = std::string("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Inloop//NL\r\n"
                                 "BEGIN:VEVENT\r\nUID:s412@klooslaan\r\n"
                                 "DTSTAMP:20261124T130000Z\r\nDTSTART:20261124T130000Z\r\n"
                                 "DTEND:20261124T143000Z\r\nSUMMARY:") +
                     words.title +
                     "\r\nLOCATION:Buurtkamer\\, Willem Klooslaan 1\\, Leiden\r\n"
                     "END:VEVENT\r\nEND:VCALENDAR\r\n",
          .direction = core::facts(language).direction};
}

}  // namespace inloop::test
