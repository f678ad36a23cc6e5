// Text for XML, SVG and HTML: the only way that words of a plan get into markup. The result is safe in content and in
// attributes of either quote, and holds only what XML 1.0 allows: control characters and noncharacters are left out,
// broken UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace flowspine::exchange {

[[nodiscard]] std::string xmlEscaped(std::string_view text);
void appendXmlEscaped(std::string& out, std::string_view text);

} // namespace flowspine::exchange
