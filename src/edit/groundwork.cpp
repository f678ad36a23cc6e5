#include "edit/groundwork.h"

#include "base/utf8.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace flowspine::edit {

namespace {

using base::failure;

std::string quoted(std::string_view label) {
    return "“" + std::string(label) + "”";
}

Error outOfRange(const FieldDescription& field, const std::string& rule) {
    return failure("out-of-range", quoted(field.options.label) + " must be " + rule + ".", std::string(field.name));
}

std::string rangeText(const FieldDescription& field) {
    const bool hasMin = std::isfinite(field.options.min);
    const bool hasMax = std::isfinite(field.options.max);
    const std::string unit = field.options.unit.empty() ? "" : " " + std::string(field.options.unit);
    if (hasMin && hasMax)
        return "from " + model::numberText(field.options.min) + " to " + model::numberText(field.options.max) + unit;
    if (hasMin) return "at least " + model::numberText(field.options.min) + unit;
    if (hasMax) return "at most " + model::numberText(field.options.max) + unit;
    return "a number";
}

// One check for every alternative of FieldValue.
class ValueCheck {
  public:
    ValueCheck(const Model& model, const FieldDescription& field) : m_model(model), m_field(field) {}

    std::optional<Error> operator()(std::monostate) const { return std::nullopt; }
    std::optional<Error> operator()(bool) const { return std::nullopt; }
    std::optional<Error> operator()(model::ChoiceValue) const { return std::nullopt; }
    std::optional<Error> operator()(const std::string& text) const {
        if (text.size() > maxTextBytes)
            return failure("too-long", quoted(m_field.options.label) + " is longer than 1 MiB; shorten it.");
        if (!base::isUtf8(text))
            return failure("not-utf8", quoted(m_field.options.label) + " holds bytes that are no text.");
        return std::nullopt;
    }
    std::optional<Error> operator()(const std::vector<std::string>& texts) const { return firstOf(texts); }
    std::optional<Error> operator()(double number) const {
        if (std::isfinite(number) && number >= m_field.options.min && number <= m_field.options.max)
            return std::nullopt;
        return outOfRange(m_field, rangeText(m_field));
    }
    std::optional<Error> operator()(base::Duration duration) const {
        constexpr std::int64_t most = 1'000'000LL * 3600;
        if (duration.seconds >= -most && duration.seconds <= most) return std::nullopt;
        return outOfRange(m_field, "at most 1,000,000 hours");
    }
    std::optional<Error> operator()(base::Date date) const {
        static const base::Date first = *base::makeDate(1, 1, 1);
        static const base::Date last = *base::makeDate(9999, 12, 31);
        if (date >= first && date <= last) return std::nullopt;
        return outOfRange(m_field, "in the years 1 to 9999");
    }
    std::optional<Error> operator()(const base::Period& period) const {
        const auto isFine = [](std::int32_t count) { return count >= 0 && count <= 9999; };
        if (isFine(period.years) && isFine(period.months) && isFine(period.weeks) && isFine(period.days) &&
            period != base::Period{})
            return std::nullopt;
        return outOfRange(m_field, "a time span of at least a day");
    }
    std::optional<Error> operator()(const AnyId& id) const {
        if (id.isEmpty()) return std::nullopt;
        const std::optional<Kind> kind = model::kindOf(id);
        if (!kind || !model::contains(m_field.options.targets, *kind))
            return failure("wrong-kind",
                           quoted(m_field.options.label) + " cannot name " + model::fullName(m_model, id) + ".",
                           std::string(id.text()));
        if (!m_model.contains(id))
            return failure("unknown-reference",
                           quoted(m_field.options.label) + " names something that is not in this plan any more.",
                           std::string(id.text()));
        return std::nullopt;
    }
    std::optional<Error> operator()(const std::vector<AnyId>& ids) const {
        for (const AnyId& id : ids)
            if (id.isEmpty())
                return failure("unknown-reference", quoted(m_field.options.label) + " names nothing at one place.");
        return firstOf(ids);
    }

  private:
    template <class T>
    std::optional<Error> firstOf(const std::vector<T>& values) const {
        for (const T& value : values)
            if (std::optional<Error> error = (*this)(value)) return error;
        return std::nullopt;
    }

    const Model& m_model;
    const FieldDescription& m_field;
};

} // namespace

std::optional<Error> whyNot(const Model& model, const FieldDescription& field, const FieldValue& value) {
    return std::visit(ValueCheck(model, field), value);
}

Error noSuchEntity(const AnyId& id) {
    return failure("no-entity", "This is not in the plan any more.", std::string(id.text()));
}

std::string oneOf(Kind kind) {
    const std::string name(model::entityType(kind).name);
    return (std::string_view("aeiou").find(name.front()) == std::string_view::npos ? "a " : "an ") + name;
}

AnyId newId(const Model& model, Kind kind, base::IdGenerator& ids) {
    for (;;) {
        const AnyId id = ids.next(model::idPrefix(kind));
        if (!model.contains(id)) return id;
    }
}

AnyId ownerOf(const Model& model, const AnyId& id) {
    const std::optional<Kind> kind = model::kindOf(id);
    if (!kind || *kind == Kind::plan) return {};
    const model::Ownership& place = model::ownership(*kind);
    for (const model::EntityPtr& row : model.table(place.ownerKind).rows()) {
        const std::vector<AnyId> children = model::idsIn(*row, *place.children);
        if (std::find(children.begin(), children.end(), id) != children.end()) return row->id;
    }
    return {};
}

AnyId ownerOfKind(const Model& model, const AnyId& id, Kind kind) {
    AnyId at = id;
    while (at && model::kindOf(at) != kind) at = ownerOf(model, at);
    return at;
}

std::size_t placeAmongSiblings(const Model& model, const AnyId& owner, const AnyId& id) {
    const std::vector<AnyId> children =
        model::idsIn(*model.find(owner), *model::ownership(*model::kindOf(id)).children);
    return static_cast<std::size_t>(std::find(children.begin(), children.end(), id) - children.begin());
}

void insertChild(Draft& draft, const AnyId& owner, const AnyId& child, std::optional<std::size_t> position) {
    const FieldDescription& field = *model::ownership(*model::kindOf(child)).children;
    Entity& writable = *draft.change(owner);
    std::vector<AnyId> children = model::idsIn(writable, field);
    const std::size_t at = std::min(position.value_or(children.size()), children.size());
    children.insert(children.begin() + static_cast<std::ptrdiff_t>(at), child);
    field.set(writable, std::move(children));
}

void takeOut(Draft& draft, const IdSet& children) {
    std::array<bool, model::kindCount> kinds{};
    for (const AnyId& id : children)
        if (const std::optional<Kind> kind = model::kindOf(id)) kinds[static_cast<std::size_t>(*kind)] = true;
    kinds[static_cast<std::size_t>(Kind::plan)] = false;
    for (const Kind kind : model::allKinds()) {
        if (!kinds[static_cast<std::size_t>(kind)]) continue;
        const model::Ownership& place = model::ownership(kind);
        for (const model::EntityPtr& row : draft.base().table(place.ownerKind).rows()) {
            const Entity* owner = draft.find(row->id);
            if (owner == nullptr) continue;
            std::vector<AnyId> list = model::idsIn(*owner, *place.children);
            if (std::erase_if(list, [&children](const AnyId& id) { return children.contains(id); }) > 0)
                place.children->set(*draft.change(row->id), std::move(list));
        }
    }
}

void settleCurrentVariant(Draft& draft, const AnyId& flow) {
    const Entity* entity = model::kindOf(flow) == Kind::flow ? draft.find(flow) : nullptr;
    if (entity == nullptr) return;
    const auto& present = static_cast<const model::Flow&>(*entity);
    if (present.variants.contains(present.current)) return;
    auto& changed = static_cast<model::Flow&>(*draft.change(flow));
    changed.current = changed.variants.isEmpty() ? model::Id<model::Variant>{} : changed.variants[0];
}

bool staysInVariant(Kind kind, const FieldDescription& field) {
    const bool isBesideSteps = kind == Kind::link || kind == Kind::placement || kind == Kind::step;
    return isBesideSteps && field.options.targets == model::kinds(Kind::step) && field.name != "origin";
}

std::optional<Error> foreignStep(const Model& model, const AnyId& id) {
    const Entity& entity = *model.find(id);
    const Kind kind = *model::kindOf(id);
    AnyId variant;
    for (const FieldDescription& field : model::entityType(kind).fields) {
        if (!staysInVariant(kind, field)) continue;
        for (const AnyId& step : model::idsIn(entity, field)) {
            if (!variant) variant = ownerOf(model, id);
            if (ownerOf(model, step) != variant)
                return failure("foreign-step",
                               model::fullName(model, step) +
                                   " belongs to another variant; links stay within one variant.",
                               std::string(step.text()));
        }
    }
    return std::nullopt;
}

} // namespace flowspine::edit
