#pragma once
// What a host can tap in Activiteiten. Plain values.

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/calendar_file.h"
#include "kiosk/core/host/programme_draft.h"
#include "kiosk/core/preferences.h"

namespace inloop::core::host::planning {

enum class AgendaSpan { Week, Month };

// The agenda of the week or month around that day.
struct ShowAgenda {
  AgendaSpan span = AgendaSpan::Week;
  Date day{};
  bool operator==(ShowAgenda const&) const = default;
};
struct ShowDay {
  Date day{};
  bool operator==(ShowDay const&) const = default;
};
struct OpenSession {
  SessionId session = 0;
  bool operator==(OpenSession const&) const = default;
};

// Planning something new, on or after that day.
struct StartNew {
  Date day{};
  bool operator==(StartNew const&) const = default;
};
struct UseTemplate {
  std::size_t index = 0;  // in activity_templates
  bool operator==(UseTemplate const&) const = default;
};
struct UseNothing {
  bool operator==(UseNothing const&) const = default;
};
struct UseSlots {
  bool operator==(UseSlots const&) const = default;
};
struct LookAtCopy {
  bool operator==(LookAtCopy const&) const = default;
};
struct MakeCopy {
  bool operator==(MakeCopy const&) const = default;
};

// The form.
struct OpenLine {
  FormLine line = FormLine::Title;
  bool operator==(OpenLine const&) const = default;
};
// What is typed begins with what the screen shows there.
struct TypeLine {
  FormLine line = FormLine::Title;
  std::string text;
  bool operator==(TypeLine const&) const = default;
};
struct MakeEdit {
  Edit edit;
  bool operator==(MakeEdit const&) const = default;
};
// Done with the line, or with what was typed.
struct CloseLine {
  bool operator==(CloseLine const&) const = default;
};
enum class OnClash { Warn, PlanAnyway };
struct SaveDraft {
  OnClash on_clash = OnClash::Warn;
  bool operator==(SaveDraft const&) const = default;
};

// One session.
struct ChangeSession {
  bool operator==(ChangeSession const&) const = default;
};
struct ChooseScope {
  Scope scope = Scope::ThisOne;
  bool operator==(ChooseScope const&) const = default;
};
// It is not there on this date, or not any more from here on.
struct TakeOut {
  Scope scope = Scope::ThisOne;
  bool operator==(TakeOut const&) const = default;
};
struct CallOff {
  bool operator==(CallOff const&) const = default;
};
struct ChooseReason {
  std::size_t index = 0;  // in usual_reasons
  bool operator==(ChooseReason const&) const = default;
};
struct TypeReason {
  bool operator==(TypeReason const&) const = default;
};

// Files and paper.
struct ShowFiles {
  bool operator==(ShowFiles const&) const = default;
};
struct LookForFiles {
  bool operator==(LookForFiles const&) const = default;
};
struct LookIntoFile {
  std::string path;
  bool operator==(LookIntoFile const&) const = default;
};
struct TypeOrganiser {
  bool operator==(TypeOrganiser const&) const = default;
};
struct TakeIn {
  WhenGone when_gone = WhenGone::Keep;
  bool operator==(TakeIn const&) const = default;
};
struct WriteCalendar {
  bool operator==(WriteCalendar const&) const = default;
};
struct ShowPoster {
  bool operator==(ShowPoster const&) const = default;
};
enum class PosterPaper { A4, A3 };
struct MakePoster {
  PosterPaper paper = PosterPaper::A4;
  bool operator==(MakePoster const&) const = default;
};
// A second language beside the first one, or none.
struct ChoosePosterLanguage {
  std::optional<Language> language;
  bool operator==(ChoosePosterLanguage const&) const = default;
};

struct ProgrammeTap {
  class What
      : public std::variant<ShowAgenda, ShowDay, OpenSession, StartNew, UseTemplate, UseNothing,
                            UseSlots, LookAtCopy, MakeCopy, OpenLine, TypeLine, MakeEdit, CloseLine,
                            SaveDraft, ChangeSession, ChooseScope, TakeOut, CallOff, ChooseReason,
                            TypeReason, ShowFiles, LookForFiles, LookIntoFile, TypeOrganiser,
                            TakeIn, WriteCalendar, ShowPoster, MakePoster, ChoosePosterLanguage> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(ProgrammeTap const&) const = default;
};

}  // namespace inloop::core::host::planning
