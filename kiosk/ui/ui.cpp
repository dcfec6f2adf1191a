#include "kiosk/ui/ui.h"

#include <algorithm>
#include <cfloat>
#include <optional>
#include <utility>

#include <imgui.h>

#include "kiosk/base/assert.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/spoken_script.h"
#include "kiosk/ui/stage.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/touch_rules.h"

namespace inloop::ui {
namespace {

ImU32 packed(Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, 255);
}

struct ContextRelease {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

std::unique_ptr<ImGuiContext, ContextRelease> make_context(Glass const& glass) {
  std::unique_ptr<ImGuiContext, ContextRelease> context(ImGui::CreateContext());
  ImGui::SetCurrentContext(context.get());
  auto& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // what a visitor did is never written down
  io.LogFilename = nullptr;
  io.DisplaySize = {static_cast<float>(glass.width_px), static_cast<float>(glass.height_px)};
  io.MousePos = {-FLT_MAX, -FLT_MAX};
  // Dear ImGui insists on an atlas; we never draw with its letters.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->AddFontDefault();
  io.Fonts->Build();
  auto& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.AntiAliasedFill = false;
  return context;
}

void begin_whole_glass() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("##glass", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
}

}  // namespace

class Ui::Impl {
 public:
  Impl(TextureStore& textures, Glass const& glass)
      : m_glass(glass),
        m_theme(built_in_theme()),
        m_painter(textures, m_typesetter),
        m_context(make_context(glass)) {
    INLOOP_ASSERT(glass.width_px > 0 && glass.height_px > 0 && glass.px_per_mm > 0);
  }

  Frame draw(core::Screen const& screen, PointerSample const& pointer, std::int64_t uptime_ms) {
    ImGui::SetCurrentContext(m_context.get());
    auto const is_edge = point(pointer);
    auto const is_spoken = screen.preferences.speech == core::Speech::Spoken;
    if (pointer.down && !is_spoken) m_focus.clear();
    m_touch.follow(pointer, uptime_ms, screen.preferences.text_size, m_glass.px_per_mm);
    m_painter.start_frame();
    auto const is_first = !m_page;
    auto const is_arrival = is_spoken && (is_first || is_another_page(m_screen, screen));
    auto const is_new = compose(screen);

    ImGui::NewFrame();
    begin_whole_glass();
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, packed(m_page->look().palette.paper));
    auto const is_focus_pressed = m_focus.take_press();
    Stage stage({.look = m_page->look(),
                 .typesetter = m_typesetter,
                 .painter = m_painter,
                 .touch = m_touch,
                 .focus = m_focus.id(),
                 .is_focus_pressed = is_focus_pressed,
                 .touching = is_spoken ? Touching::Explores : Touching::Acts},
                list);
    m_page->draw(stage);
    stage.feel_the_rest();
    ImGui::End();
    ImGui::Render();
    m_marks = stage.take_marks();
    Frame frame{.action = stage.action(),
                .picture = ImGui::GetDrawData(),
                // A new page must find the finger that rests on it; without one it stands at once.
                .is_settled = !is_edge && !is_first && !(is_new && pointer.present)};
    // Words, and what cannot be used now, answer a press of the key by being said again.
    auto const is_to_say = std::exchange(m_has_focus_moved, false) || is_focus_pressed;
    if (is_spoken) let_explore(frame, {stage.explored(), is_to_say, is_arrival});
    return frame;
  }

  void press_key(FocusKey key) {
    auto const is_spoken = m_screen.preferences.speech == core::Speech::Spoken;
    m_focus.press(key, m_marks, is_spoken ? Walk::Everything : Walk::Controls);
    m_has_focus_moved = key != FocusKey::Press;
  }

  std::vector<Mark> const& marks() const { return m_marks; }

  std::vector<Utterance> utterances() const { return spoken_script(m_marks, m_screen.states); }

 private:
  struct Exploring {
    std::optional<std::string> const& found;  // under the finger
    bool is_asked = false;                    // by a key
    bool is_arrival = false;                  // on another page
  };

  // Moves the focus to where the finger or a new page brings it, and says what it came to.
  void let_explore(Frame& frame, Exploring const& exploring) {
    auto const was_at = m_focus.id();
    if (exploring.found) m_focus.set(*exploring.found);
    if ((exploring.found || exploring.is_asked) && !frame.action) frame.say = words_of_focus();
    if (exploring.is_arrival || find(m_focus.id()) == nullptr) focus_on_title();
    if (m_focus.id() != was_at) frame.is_settled = false;  // the ring is to be drawn
  }

  // Whoever listens starts anew: at the title.
  static bool is_another_page(core::Screen const& before, core::Screen const& now) {
    return before.content.index() != now.content.index() ||
           before.preferences.speech != now.preferences.speech ||
           before.preferences.language != now.preferences.language;
  }

  Mark const* find(std::optional<std::string> const& id) const {
    auto const found = std::ranges::find_if(m_marks, [&](Mark const& one) { return one.id == id; });
    return found == m_marks.end() ? nullptr : &*found;
  }

  std::optional<std::string> words_of_focus() const {
    auto const* const mark = find(m_focus.id());
    if (mark == nullptr) return std::nullopt;
    return spoken_words(*mark, m_screen.states);
  }

  void focus_on_title() {
    if (auto const* const title = title_of(m_marks))
      m_focus.set(title->id);
    else
      m_focus.clear();
  }

  // Hands the finger to Dear ImGui. Says whether something changed that the next frame completes:
  // a click is found one frame after the button came up, at the place where it came up.
  bool point(PointerSample const& pointer) {
    auto& io = ImGui::GetIO();
    auto const was_down = io.MouseDown[0];
    auto const was_present = io.MousePos.x != -FLT_MAX;
    io.MouseDown[0] = pointer.present && pointer.down;
    if (pointer.present)
      io.MousePos = {pointer.x_px, pointer.y_px};
    else
      io.MousePos = {-FLT_MAX, -FLT_MAX};  // let go without a place: nothing was tapped
    // Time moves only Dear ImGui's own double clicks, which we do not use.
    constexpr float any_step_s = 1.0F / 60;
    io.DeltaTime = any_step_s;
    return io.MouseDown[0] != was_down || pointer.present != was_present;
  }

  // A first name that was typed stays in no picture and no measure of it.
  void forget_name_before(core::Screen const& next) {
    auto const has_name = [](core::Screen const& screen) {
      return std::holds_alternative<core::NameScreen>(screen.content);
    };
    if (!has_name(m_screen) || has_name(next)) return;
    m_painter.forget();
    m_typesetter.forget();
  }

  // Composes anew when the screen is another one. Says whether it did.
  bool compose(core::Screen const& screen) {
    if (m_page && screen == m_screen) return false;
    Look const look{.glass = m_glass,
                    .preferences = screen.preferences,
                    .measures = m_theme.measures,
                    .palette = m_theme.palette(screen.preferences.theme)};
    forget_name_before(screen);
    m_page.emplace(Page::compose(screen, look, m_typesetter));
    m_screen = screen;
    return true;
  }

  Glass m_glass;
  Theme m_theme;
  Typesetter m_typesetter;
  Painter m_painter;
  std::unique_ptr<ImGuiContext, ContextRelease> m_context;
  TouchRules m_touch;
  Focus m_focus;
  core::Screen m_screen;
  std::optional<Page> m_page;
  std::vector<Mark> m_marks;
  bool m_has_focus_moved = false;  // by a key, since the last frame
};

Ui::Ui(TextureStore& textures, Glass const& glass)
    : m_impl(std::make_unique<Impl>(textures, glass)) {}

Ui::~Ui() = default;

Frame Ui::draw(core::Screen const& screen, PointerSample const& pointer, std::int64_t uptime_ms) {
  return m_impl->draw(screen, pointer, uptime_ms);
}

void Ui::press_key(FocusKey key) {
  m_impl->press_key(key);
}

std::vector<Mark> const& Ui::marks() const {
  return m_impl->marks();
}

std::vector<Utterance> Ui::utterances() const {
  return m_impl->utterances();
}

std::string Ui::script() const {
  return joined(m_impl->utterances());
}

}  // namespace inloop::ui
