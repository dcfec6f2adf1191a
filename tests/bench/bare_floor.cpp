// bare_floor: the least that SDL, Dear ImGui and SQLite can do, as their examples do it: one
// window, one button, one durable insert a tap. It is what the kiosk is measured against, and no
// part of it.

#include <cstdio>
#include <cstdlib>
#include <string>

#include <SDL.h>
#include <imgui.h>
#include <sqlite3.h>

namespace {

[[noreturn]] void give_up(char const* what) {
  std::fprintf(stderr, "bare_floor: %s: %s\n", what, SDL_GetError());
  std::exit(1);
}

void execute(sqlite3* database, char const* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    give_up(sqlite3_errmsg(database));
}

SDL_Texture* upload_font(SDL_Renderer* renderer) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  SDL_Texture* const texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ABGR8888,
                                                 SDL_TEXTUREACCESS_STATIC, width, height);
  SDL_UpdateTexture(texture, nullptr, pixels, 4 * width);
  SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
  ImGui::GetIO().Fonts->SetTexID(texture);
  return texture;
}

void draw(SDL_Renderer* renderer, ImDrawData const& picture) {
  SDL_SetRenderDrawColor(renderer, 0, 0, 0, SDL_ALPHA_OPAQUE);
  SDL_RenderClear(renderer);
  for (int list_index = 0; list_index < picture.CmdListsCount; ++list_index) {
    ImDrawList const& list = *picture.CmdLists[list_index];
    for (ImDrawCmd const& command : list.CmdBuffer) {
      ImVec4 const& clip = command.ClipRect;
      SDL_Rect const rect{static_cast<int>(clip.x), static_cast<int>(clip.y),
                          static_cast<int>(clip.z - clip.x), static_cast<int>(clip.w - clip.y)};
      SDL_RenderSetClipRect(renderer, &rect);
      ImDrawVert const* const vertices = list.VtxBuffer.Data + command.VtxOffset;
      SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()),
                            &vertices->pos.x, sizeof(ImDrawVert),
                            reinterpret_cast<SDL_Color const*>(&vertices->col), sizeof(ImDrawVert),
                            &vertices->uv.x, sizeof(ImDrawVert),
                            list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                            list.IdxBuffer.Data + command.IdxOffset,
                            static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
    }
  }
  SDL_RenderPresent(renderer);
}

// True when the button was tapped.
bool draw_button(ImVec2 size, long long count) {
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("floor", nullptr, ImGuiWindowFlags_NoDecoration);
  bool const is_tapped = ImGui::Button("Check in", {size.x / 2, size.y / 2});
  ImGui::Text("%lld checked in", count);
  ImGui::End();
  ImGui::Render();
  return is_tapped;
}

// Down and up are shown to different frames; otherwise Dear ImGui sees neither.
bool take_in(SDL_Event const& event) {
  ImGuiIO& io = ImGui::GetIO();
  if (event.type == SDL_MOUSEMOTION)
    io.MousePos = {static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)};
  if (event.type != SDL_MOUSEBUTTONDOWN && event.type != SDL_MOUSEBUTTONUP) return false;
  io.MouseDown[0] = event.type == SDL_MOUSEBUTTONDOWN;
  return true;
}

void serve(SDL_Renderer* renderer, sqlite3* database, ImVec2 size) {
  constexpr int frames_after_event = 3;
  long long count = 0;
  int frames_left = frames_after_event;
  for (;;) {
    SDL_Event event;
    bool is_edge = false;
    if (frames_left == 0 && SDL_WaitEvent(&event) != 0) {
      if (event.type == SDL_QUIT) return;
      is_edge = take_in(event);
      frames_left = frames_after_event;
    }
    while (!is_edge && SDL_PollEvent(&event) != 0) {
      if (event.type == SDL_QUIT) return;
      is_edge = take_in(event);
      frames_left = frames_after_event;
    }
    if (draw_button(size, count)) {
      execute(database, "INSERT INTO visit DEFAULT VALUES");
      ++count;
      frames_left = frames_after_event;
    }
    draw(renderer, *ImGui::GetDrawData());
    --frames_left;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: bare_floor DATABASE WIDTH HEIGHT\n");
    return 1;
  }
  int const width = std::atoi(argv[2]);
  int const height = std::atoi(argv[3]);
  sqlite3* database = nullptr;
  if (sqlite3_open(argv[1], &database) != SQLITE_OK) give_up("no database");
  execute(database,
          "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
          "PRAGMA synchronous=FULL;"
          "CREATE TABLE IF NOT EXISTS visit (id INTEGER PRIMARY KEY)");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) give_up("no screen");
  SDL_Window* const window = SDL_CreateWindow("floor", 0, 0, width, height, 0);
  SDL_Renderer* const renderer = SDL_CreateRenderer(window, -1, 0);
  if (renderer == nullptr) give_up("no renderer");
  ImGui::CreateContext();
  ImVec2 const size{static_cast<float>(width), static_cast<float>(height)};
  ImGui::GetIO().DisplaySize = size;
  ImGui::GetIO().IniFilename = nullptr;
  SDL_Texture* const font = upload_font(renderer);
  serve(renderer, database, size);
  SDL_DestroyTexture(font);
  ImGui::DestroyContext();
  SDL_DestroyRenderer(renderer);
  SDL_DestroyWindow(window);
  SDL_Quit();
  sqlite3_close(database);
  return 0;
}
