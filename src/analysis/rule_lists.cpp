#include "analysis/rule_lists.h"

#include "model/naming.h"

#include <algorithm>
#include <cmath>

namespace flowspine::analysis {

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Of ASCII; other scripts are compared as they are.
bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::size_t countFrom(double threshold) {
    constexpr double most = 1e6;
    return static_cast<std::size_t>(std::min(most, std::max(0.0, threshold)));
}

std::string percentText(double percent) {
    const bool isNearlyAll = percent > 99 && percent < 100; // "100" would say that nothing is left
    if (isNearlyAll) return model::numberText(std::floor(percent * 10) / 10);
    const double scale = std::abs(percent) < 1 ? 10 : 1;
    return model::numberText(std::round(percent * scale) / scale);
}

std::string plainText(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (isLetterOrDigit(c))
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    if (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

bool isBlank(std::string_view text) {
    for (const char c : text)
        if (!isSpace(c)) return false;
    return true;
}

std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

std::vector<std::string> quoted(std::vector<std::string> names) {
    for (std::string& name : names) name = "“" + name + "”";
    return names;
}

bool hasWord(std::string_view plain, std::initializer_list<std::string_view> words) {
    const auto spaced = [](std::string_view text) { return std::string(" ").append(text).append(" "); };
    return std::any_of(words.begin(), words.end(), [&spaced, padded = spaced(plain)](std::string_view word) {
        return padded.find(spaced(word)) != std::string::npos;
    });
}

SuggestedChange setting(base::Sentence label, const AnyId& entity, std::string_view field, model::FieldValue value) {
    return {std::move(label), {model::FieldSetting{entity, field, std::move(value)}}};
}

SuggestedChange addition(base::Sentence label, Kind kind, const AnyId& owner,
                         std::vector<std::pair<std::string_view, model::FieldValue>> fields) {
    return {std::move(label), {model::EntityAddition{kind, owner, std::move(fields)}}};
}

} // namespace flowspine::analysis
