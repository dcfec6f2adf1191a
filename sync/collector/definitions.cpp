#include "sync/collector/definitions.h"

#include <algorithm>
#include <array>

namespace inloop::collector {
namespace {

constexpr std::array<Definition, 6> definitions{{
    {"bezoeken", "geteldePersoon",
     "Mensen die zijn geteld: zelf aangemeld, bijgeteld door de gastvrouw of gastheer, of "
     "nagekomen "
     "van papier, min wat is teruggedraaid."},
    {"drukte", "geteldePersoon",
     "Dezelfde mensen als bij bezoeken, per dagdeel van de week; wie kwam op een ander tijdstip, "
     "staat bij buitenOpeningstijd."},
    {"eersteKeer", "antwoord",
     "Antwoorden op de vraag of dit het eerste bezoek van de maand is: een per aanmelding, hoe "
     "groot de groep ook is. Een kaart geeft het antwoord zelf."},
    {"deelnames", "deelname",
     "Deelnames aan bijeenkomsten die zijn gehouden, per soort activiteit, zoals de gastvrouw of "
     "gastheer ze telde. Telde niemand, dan de plaatsen die door aanmelding bezet waren."},
    {"vrijwilligers", "vrijwilligerDagdeel",
     "Vrijwilligers die aan het werk waren, zoals de gastvrouw of gastheer ze opgaf: een aantal "
     "per dagdeel. Wie twee dagdelen werkte, telt twee keer."},
    {"gevoel", "antwoord",
     "Antwoorden op de ene vraag van deze maand, ten hoogste een bij elk vertrek."},
}};

}  // namespace

Definition const* definition_of(std::string_view subject) {
  auto const* const found = std::ranges::find(definitions, subject, &Definition::subject);
  return found == definitions.end() ? nullptr : found;
}

}  // namespace inloop::collector
