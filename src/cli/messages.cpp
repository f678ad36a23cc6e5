#include "cli/messages.h"

#include <ostream>

namespace flowspine::cli {

std::string_view levelName(base::Severity severity) {
    switch (severity) {
    case base::Severity::error: return "error";
    case base::Severity::warning: return "warning";
    case base::Severity::info: return "note";
    }
    return "error";
}

std::string line(std::string_view file, const base::Issue& issue) {
    std::string text(issue.error.file.empty() ? file : std::string_view(issue.error.file));
    if (issue.error.line > 0) {
        text += ':' + std::to_string(issue.error.line);
        if (issue.error.column > 0) text += ':' + std::to_string(issue.error.column);
    }
    text += ": ";
    text += levelName(issue.severity);
    text += ": " + issue.error.message;
    return text;
}

void sayError(std::ostream& err, std::string_view file, const base::Error& error) {
    err << line(file, {base::Severity::error, error}) << '\n';
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

} // namespace flowspine::cli
