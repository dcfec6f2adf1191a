#include "kiosk/app/host/export_data.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "kiosk/core/periods.h"
#include "kiosk/store/export_tables.h"
#include "kiosk/store/release_log.h"

namespace inloop::app::host {
namespace {

// For whoever opens the folder at home, years later.
constexpr std::string_view read_me = R"(Gegevens van {place}, {date}

Dit zijn alle aantallen die de kiosk van deze plek heeft geteld. Er staan geen namen in, geen
pasnummers en geen kloktijden van bezoekers. De aantallen zijn precies, dus zonder ruis: ze zijn
voor de plek zelf. Geef ze niet zomaar door; de gemeente krijgt alleen de vrijgaven.

De tabellen (CSV) opent u met elk rekenblad. Kies als tekenset UTF-8 en als scheiding de komma.

  bezoeken.csv       hoeveel mensen zijn geteld, per dag en dagdeel, en wat ze antwoordden op
                     "Eerste keer deze maand?"
  dagdelen.csv       of een dagdeel echt open was, en hoeveel vrijwilligers er waren
  activiteiten.csv   wat er wordt gedaan
  bijeenkomsten.csv  wanneer dat was: gepland of afgelast, en met hoeveel mensen; "activiteit" is
                     het nummer uit activiteiten.csv
  gevoel.csv         de antwoorden bij het weggaan, per maand
  verhalen.csv       de verhalen die de gastvrouwen en gastheren opschreven
  vrijgave-*.json    wat de gemeente kreeg, letter voor letter, met de ruis die daarbij hoort
  agenda.ics         de agenda, voor elk agendaprogramma
)";

StickFailure of_house(Error const& error) {
  return {StickTrouble::Unknown, error};
}

std::string with(std::string text, std::string_view name, std::string_view value) {
  if (auto const at = text.find(name); at != text.npos) text.replace(at, name.size(), value);
  return text;
}

std::string date_of(core::LocalTime const& now) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(now.date.year()),
                     static_cast<unsigned>(now.date.month()),
                     static_cast<unsigned>(now.date.day()));
}

class Exporter {
 public:
  Exporter(std::filesystem::path folder, Desk& desk) : m_folder(std::move(folder)), m_desk(desk) {}

  StickResult<> tables() {
    auto const years =
        m_desk.with_store([](store::Store& store) { return store::exported_years(store); });
    if (!years) return tl::unexpected(of_house(years.error()));
    for (auto const table : store::all_export_tables)
      if (auto const written = one_table(table, *years); !written) return written;
    return {};
  }

  StickResult<> releases() {
    auto const log =
        m_desk.with_store([](store::Store& store) { return store::release_log(store); });
    if (!log) return tl::unexpected(of_house(log.error()));
    for (auto const& one : *log) {
      auto const release = m_desk.with_store(
          [&](store::Store& store) { return store::find_release(store, one.sequence); });
      if (!release) return tl::unexpected(of_house(release.error()));
      if (!*release) continue;
      auto const name = fmt::format("vrijgave-{}.json", core::to_string(one.period));
      if (auto const written = write(name, (*release)->bytes); !written) return written;
    }
    return {};
  }

  StickResult<> write(std::string const& name, std::string const& text) {
    auto const done = write_to_stick(m_folder, name, text, [](std::uintmax_t, std::uintmax_t) {});
    if (!done) return tl::unexpected(done.error());
    tell();
    return {};
  }

 private:
  void tell() {
    constexpr int usual_files = 9;
    m_desk.tell_progress(std::min(++m_files, usual_files), usual_files);
  }

  // Year by year, so that nobody waits long for the store meanwhile.
  StickResult<> one_table(store::ExportTable table, std::optional<store::Years> const& years) {
    auto file = StickFile::create(m_folder, std::string(store::file_name_of(table)));
    if (!file) return tl::unexpected(file.error());
    auto const put = [&](std::string const& text) {
      return file->write(std::as_bytes(std::span(text)));
    };
    if (auto const head = put(store::head_of(table)); !head) return head;
    for (auto year = years ? years->first : 1; year <= (years ? years->last : 1); ++year) {
      auto const piece = !years || year == years->first ? store::Piece::First : store::Piece::Later;
      auto const rows = m_desk.with_store(
          [&](store::Store& store) { return store::exported_rows(store, table, year, piece); });
      if (!rows) return tl::unexpected(of_house(rows.error()));
      if (auto const written = put(*rows); !written) return written;
    }
    if (auto const finished = file->finish(); !finished) return tl::unexpected(finished.error());
    tell();
    return {};
  }

  std::filesystem::path m_folder;
  Desk& m_desk;
  int m_files = 0;
};

}  // namespace

StickResult<std::filesystem::path> export_to(std::filesystem::path const& stick,
                                             core::LocalTime const& now, AgendaText const& agenda,
                                             Desk& desk) {
  auto const folder = stick / fmt::format("inloop-gegevens-{}", date_of(now));
  Exporter exporter(folder, desk);
  auto text = with(with(std::string(read_me), "{place}", desk.parts().config.settings.place_name),
                   "{date}", date_of(now));
  if (auto const written = exporter.write("LEESMIJ.txt", text); !written)
    return tl::unexpected(written.error());
  if (auto const written = exporter.tables(); !written) return tl::unexpected(written.error());
  if (auto const written = exporter.releases(); !written) return tl::unexpected(written.error());
  if (!agenda) return folder;
  auto const entries = agenda();
  if (!entries) return tl::unexpected(of_house(entries.error()));
  if (auto const written = exporter.write("agenda.ics", *entries); !written)
    return tl::unexpected(written.error());
  return folder;
}

}  // namespace inloop::app::host
