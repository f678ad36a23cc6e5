// The type of the pictures on screen, by use. Four sizes, three weights.
#pragma once

#include "view/picture.h"

namespace flowspine::view::type {

inline constexpr TextStyle caption{11, 400};
inline constexpr TextStyle captionMedium{11, 500};
inline constexpr TextStyle captionStrong{11, 600};
inline constexpr TextStyle body{13, 400};
inline constexpr TextStyle bodyMedium{13, 500};
inline constexpr TextStyle bodyStrong{13, 600};
inline constexpr TextStyle title{16, 600};
inline constexpr TextStyle headline{22, 600};
inline constexpr TextStyle headlineCount{22, 400};

} // namespace flowspine::view::type
