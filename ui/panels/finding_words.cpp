#include "panels/finding_words.h"

#include "view/text_measure.h"

#include <QCoreApplication>

namespace flowspine::panels {

using analysis::Severity;

namespace {

constexpr std::size_t longestArgument = 160;

QString translated(const char* text) {
    return QCoreApplication::translate("Findings", text);
}

} // namespace

QString textOf(const base::Sentence& sentence) {
    // In one go, so that an argument that holds "%1" stays as it is.
    base::Sentence shown{QCoreApplication::translate("Findings", sentence.pattern.c_str()).toStdString(), {}};
    for (const std::string& argument : sentence.arguments)
        shown.arguments.push_back(view::visible(argument, longestArgument));
    return adapters::toQt(shown.english());
}

QString ruleText(std::string_view text) {
    return QCoreApplication::translate("Findings", std::string(text).c_str());
}

QString iconNameOf(Severity severity) {
    return QString::fromLatin1(view::iconOf(severity));
}

QString wordFor(Severity severity) {
    switch (severity) {
    case Severity::error: return translated("error");
    case Severity::warning: return translated("warning");
    case Severity::info: break;
    }
    return translated("note");
}

QString countOf(Severity severity, std::size_t count) {
    if (count == 1) return translated("1 %1").arg(wordFor(severity));
    switch (severity) {
    case Severity::error: return translated("%1 errors").arg(count);
    case Severity::warning: return translated("%1 warnings").arg(count);
    case Severity::info: break;
    }
    return translated("%1 notes").arg(count);
}

QString areaLabel(analysis::Area area) {
    return ruleText(analysis::labelOf(area));
}

} // namespace flowspine::panels
