#include "base/result.h"

namespace flowspine::base {

std::string toText(const Error& error) {
    std::string text;
    if (!error.file.empty()) text += error.file + ":";
    if (error.line != 0) {
        text += std::to_string(error.line) + ":";
        if (error.column != 0) text += std::to_string(error.column) + ":";
    }
    if (!text.empty()) text += " ";
    return text + error.message;
}

} // namespace flowspine::base
