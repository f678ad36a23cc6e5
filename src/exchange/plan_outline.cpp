#include "exchange/plan_outline.h"

#include "model/entity_type.h"
#include "model/naming.h"

namespace flowspine::exchange {

namespace {

using model::AnyId;
using model::Entity;
using model::FieldDescription;
using model::FieldType;
using model::Model;

// Line breaks of a text become lines of their own, further in.
void appendText(std::string& out, const std::string& text, std::size_t depth) {
    for (const char c : text) {
        if (c == '\r') continue;
        out += c;
        if (c == '\n') out.append(2 * depth, ' ');
    }
}

void append(std::string& out, const Model& model, const Entity& entity, std::size_t depth) {
    const model::EntityType& type = model::entityType(entity);
    const std::string indent(2 * depth, ' ');
    out += indent;
    appendText(out, model::fullName(model, entity.id), depth + 2);
    out += '\n';
    for (const FieldDescription& field : type.fields) {
        if (field.type == FieldType::children || field.isDefault(entity)) continue;
        out += indent + "  " + std::string(field.options.label) + ": ";
        appendText(out, model::valueText(model, field, field.get(entity)), depth + 2);
        out += '\n';
    }
    for (const model::ExtraMember& member : entity.extra.members()) {
        out += indent + "  " + member.name + ": ";
        appendText(out, member.json, depth + 2);
        out += '\n';
    }
    for (const FieldDescription& field : type.fields)
        if (field.type == FieldType::children)
            for (const AnyId& child : model::idsIn(entity, field))
                if (const model::EntityPtr owned = model.find(child)) append(out, model, *owned, depth + 1);
}

} // namespace

std::string planOutline(const Model& model) {
    std::string out;
    if (model.isValid()) append(out, model, model.plan(), 0);
    return out;
}

} // namespace flowspine::exchange
