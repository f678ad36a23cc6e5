// Tells screen readers what a PictureView shows: one child for every entity with an alternative text.
#pragma once

namespace flowspine::adapters {

// Makes Qt ask us when a screen reader meets a PictureView; calling it again does nothing.
void registerPictureAccessible();

} // namespace flowspine::adapters
