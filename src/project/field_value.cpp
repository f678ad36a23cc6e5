#include "project/field_value.h"

#include "model/entity_type.h"
#include "project/json_text.h"

#include <bit>

namespace flowspine::project {

namespace {

using model::FieldDescription;
using model::FieldType;
using model::FieldValue;

std::string choiceNames(const FieldDescription& field) {
    std::string names;
    for (const model::Choice& choice : field.choices) {
        if (!names.empty()) names += ", ";
        names += choice.name;
    }
    return names;
}

std::string expectation(const FieldDescription& field) {
    switch (field.type) {
    case FieldType::text: return "text";
    case FieldType::texts: return "a list of texts";
    case FieldType::number: return "a number";
    case FieldType::duration: return "a duration such as \"PT1H30M\"";
    case FieldType::date: return "a date such as \"2026-11-24\"";
    case FieldType::period: return "a period such as \"P3M\"";
    case FieldType::boolean: return "true or false";
    case FieldType::choice: return "one of: " + choiceNames(field);
    case FieldType::reference: return "the id of an entity";
    case FieldType::references: return "a list of ids";
    case FieldType::children: break;
    }
    return "a list of " + std::string(model::entityType(childKind(field)).plural);
}

template <class T>
base::Result<FieldValue> parsed(const FieldDescription& field, std::optional<T> value, std::string_view text) {
    if (value) return FieldValue(*value);
    return base::failure("bad-value", "must be " + expectation(field) + "; here it is " + inQuotes(text) + ".");
}

std::optional<model::ChoiceValue> parseChoice(const FieldDescription& field, std::string_view name) {
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        if (field.choices[i].name == name) return model::ChoiceValue{static_cast<std::uint8_t>(i)};
    return std::nullopt;
}

} // namespace

base::Result<FieldValue> fromText(const FieldDescription& field, std::string_view text) {
    switch (field.type) {
    case FieldType::text: return FieldValue(std::string(text));
    case FieldType::duration: return parsed(field, base::parseDuration(text), text);
    case FieldType::date: return parsed(field, base::parseDate(text), text);
    case FieldType::period: return parsed(field, base::parsePeriod(text), text);
    case FieldType::choice: return parsed(field, parseChoice(field, text), text);
    case FieldType::reference: {
        const base::Result<model::AnyId> id = idFromText(text);
        if (!id) return id.error();
        return FieldValue(*id);
    }
    default: return wrongType(field, "text");
    }
}

base::Result<model::AnyId> idFromText(std::string_view text) {
    const model::AnyId id(text);
    if (id) return id;
    return base::failure("bad-id", "cannot hold " + inQuotes(text) + ": an id has 1 to " +
                                       std::to_string(model::AnyId::maxLength) +
                                       " letters, digits, hyphens, underscores and dots.");
}

base::Error wrongType(const FieldDescription& field, std::string_view found) {
    return base::failure("wrong-type", "must be " + expectation(field) + "; here it is " + std::string(found) + ".");
}

base::Error wrongElement(const FieldDescription& field, std::string_view found) {
    return base::failure("wrong-type", "must be " + expectation(field) + "; here is " + std::string(found) + " in it.");
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t length = utf8Length(text.substr(end));
        if (length == 0 || end + length > longest) break;
        end += length;
    }
    return "“" + std::string(text.substr(0, end)) + (end < text.size() ? "…”" : "”");
}

model::Kind childKind(const FieldDescription& children) {
    return static_cast<model::Kind>(std::countr_zero(children.options.targets));
}

} // namespace flowspine::project
