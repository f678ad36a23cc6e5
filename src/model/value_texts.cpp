#include "model/value_texts.h"

#include "model/naming.h"

#include <charconv>
#include <cmath>

namespace flowspine::model {

namespace {

struct ToTexts {
    const FieldDescription& field;
    using Texts = std::vector<std::string>;

    Texts operator()(std::monostate) const { return {}; }
    Texts operator()(const std::string& text) const { return text.empty() ? Texts{} : Texts{text}; }
    Texts operator()(const Texts& texts) const { return texts; }
    Texts operator()(double number) const { return {numberText(number)}; }
    Texts operator()(Duration duration) const { return {base::toText(duration)}; }
    Texts operator()(Date date) const { return {base::toText(date)}; }
    Texts operator()(Period period) const { return {base::toText(period)}; }
    Texts operator()(bool isTrue) const { return {isTrue ? "true" : "false"}; }
    Texts operator()(ChoiceValue choice) const { return {std::string(field.choices[choice.index].name)}; }
    Texts operator()(const AnyId& id) const { return id ? Texts{std::string(id.text())} : Texts{}; }
    Texts operator()(const std::vector<AnyId>& ids) const {
        Texts texts;
        for (const AnyId& id : ids) texts.emplace_back(id.text());
        return texts;
    }
};

template <class V>
std::optional<FieldValue> valueOr(const std::optional<V>& value) {
    return value ? std::optional<FieldValue>(*value) : std::nullopt;
}

std::optional<FieldValue> numberFrom(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return isWhole ? std::optional<FieldValue>(number) : std::nullopt;
}

std::optional<FieldValue> choiceFrom(const FieldDescription& field, const std::string& text) {
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        if (field.choices[i].name == text) return ChoiceValue{static_cast<std::uint8_t>(i)};
    return std::nullopt;
}

std::optional<FieldValue> idsFrom(const std::vector<std::string>& texts) {
    std::vector<AnyId> ids;
    for (const std::string& text : texts) {
        ids.emplace_back(text);
        if (ids.back().isEmpty()) return std::nullopt;
    }
    return ids;
}

std::optional<FieldValue> oneFrom(const FieldDescription& field, const std::string& text) {
    switch (field.type) {
    case FieldType::text: return text;
    case FieldType::number: return numberFrom(text);
    case FieldType::duration: return valueOr(base::parseDuration(text));
    case FieldType::date: return valueOr(base::parseDate(text));
    case FieldType::period: return valueOr(base::parsePeriod(text));
    case FieldType::boolean:
        return text == "true" || text == "false" ? std::optional<FieldValue>(text == "true") : std::nullopt;
    case FieldType::choice: return choiceFrom(field, text);
    case FieldType::reference: return AnyId(text) ? std::optional<FieldValue>(AnyId(text)) : std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace

std::vector<std::string> toTexts(const FieldDescription& field, const FieldValue& value) {
    return std::visit(ToTexts{field}, value);
}

std::optional<FieldValue> fromTexts(const FieldDescription& field, const std::vector<std::string>& texts) {
    if (field.type == FieldType::texts) return texts;
    if (field.type == FieldType::references || field.type == FieldType::children) return idsFrom(texts);
    if (texts.size() == 1) return oneFrom(field, texts.front());
    if (!texts.empty()) return std::nullopt;
    switch (field.type) {
    case FieldType::text: return std::string();
    case FieldType::reference: return AnyId();
    case FieldType::boolean:
    case FieldType::choice: return std::nullopt; // always state something
    default: return std::monostate{};
    }
}

} // namespace flowspine::model
