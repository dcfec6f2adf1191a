#pragma once
// Draws what Dear ImGui made on an SDL renderer. Upright rectangles, which is nearly everything
// here, are copied or filled, which SDL's software renderer does twenty times faster than
// triangles. It neither clears nor presents. UI thread.

struct ImDrawData;
struct SDL_Renderer;

namespace inloop::platform {

class SdlTextureStore;

// A null texture in a draw command means "no texture": build the font atlas with
// ImFontAtlasFlags_NoBakedLines. A texture that the store does not keep any more is not drawn.
void draw_gui(ImDrawData const& picture, SdlTextureStore const& textures, SDL_Renderer& renderer);

}  // namespace inloop::platform
