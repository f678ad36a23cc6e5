#include "project/json_schema.h"

#include "model/entity_type.h"
#include "project/field_value.h"
#include "project/model_reader.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace flowspine::project {

namespace {

using model::EntityType;
using model::FieldDescription;
using model::FieldType;
using model::Kind;
using Json = nlohmann::ordered_json;

std::string idPattern(model::KindSet kinds) {
    std::string prefixes;
    for (const Kind kind : model::allKinds()) {
        if (!model::contains(kinds, kind)) continue;
        if (!prefixes.empty()) prefixes += '|';
        prefixes += model::idPrefix(kind);
    }
    constexpr std::size_t prefixLength = 5; // with its hyphen
    const std::string rest = std::to_string(model::AnyId::maxLength - prefixLength);
    return "^(" + prefixes + ")-[A-Za-z0-9_.-]{1," + rest + "}$";
}

Json text(std::string pattern = {}) {
    Json schema = {{"type", "string"}};
    if (!pattern.empty()) schema["pattern"] = std::move(pattern);
    return schema;
}

Json listOf(Json element) {
    return {{"type", "array"}, {"items", std::move(element)}};
}

Json definitionOf(Kind kind) {
    return {{"$ref", "#/$defs/" + std::string(model::idPrefix(kind))}};
}

Json limit(double value) {
    if (value == std::floor(value)) return static_cast<std::int64_t>(value);
    return value;
}

Json number(const FieldDescription& field) {
    Json schema = {{"type", "number"}};
    if (std::isfinite(field.options.min)) schema["minimum"] = limit(field.options.min);
    if (std::isfinite(field.options.max)) schema["maximum"] = limit(field.options.max);
    return schema;
}

Json choice(const FieldDescription& field) {
    Json names = Json::array();
    for (const model::Choice& each : field.choices) names.push_back(each.name);
    return {{"enum", std::move(names)}};
}

Json valueOf(const FieldDescription& field) {
    switch (field.type) {
    case FieldType::text: return text();
    case FieldType::texts: return listOf(text());
    case FieldType::number: return number(field);
    case FieldType::duration: return text("^-?PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?$");
    case FieldType::date: return text("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    case FieldType::period: return text("^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$");
    case FieldType::boolean: return {{"type", "boolean"}};
    case FieldType::choice: return choice(field);
    case FieldType::reference: return text(idPattern(field.options.targets));
    case FieldType::references: return listOf(text(idPattern(field.options.targets)));
    case FieldType::children: break;
    }
    return listOf(definitionOf(childKind(field)));
}

Json propertyOf(const FieldDescription& field) {
    Json property = {{"title", field.options.label}};
    if (!field.options.unit.empty()) property["description"] = "In " + std::string(field.options.unit) + ".";
    property.update(valueOf(field));
    return property;
}

Json entity(const EntityType& type) {
    Json properties = {{"id", text(idPattern(model::kinds(type.kind)))}};
    for (const FieldDescription& field : type.fields) properties[std::string(field.name)] = propertyOf(field);
    return {{"title", type.name}, {"type", "object"}, {"required", {"id"}}, {"properties", std::move(properties)}};
}

} // namespace

std::string jsonSchema() {
    Json plan = entity(model::entityType(Kind::plan));
    Json header = {{"format", {{"const", "flowspine"}}}, {"formatVersion", {{"const", currentFormatVersion}}}};
    header.update(plan["properties"]);

    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", "Flowspine plan"},
                   {"description", "Members that are not described here are allowed, and kept."},
                   {"type", "object"},
                   {"required", {"format", "formatVersion", "id"}},
                   {"properties", std::move(header)}};
    Json definitions = Json::object();
    for (const Kind kind : model::allKinds())
        if (kind != Kind::plan) definitions[std::string(model::idPrefix(kind))] = entity(model::entityType(kind));
    schema["$defs"] = std::move(definitions);
    return schema.dump(2) + "\n";
}

} // namespace flowspine::project
