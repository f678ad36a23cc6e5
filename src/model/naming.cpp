#include "model/naming.h"

#include "model/entity_type.h"

#include <array>
#include <charconv>
#include <cmath>

namespace flowspine::model {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
// clang 14 does not deduce it.
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += ", ";
        text += part;
    }
    return text.empty() ? "nothing" : text;
}

} // namespace

std::string numberText(double value) {
    if (!std::isfinite(value)) return "0";
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc() ? std::string(buffer.data(), end) : "0";
}

std::string shortName(const Model& model, const AnyId& id) {
    const EntityPtr entity = model.find(id);
    if (!entity) return std::string(id.text());
    if (const std::string title = titleOf(*entity); !title.empty()) return title;
    switch (*kindOf(id)) {
    case Kind::step: return std::string(labelOf(static_cast<const Step&>(*entity).type));
    case Kind::link: {
        const auto& link = static_cast<const Link&>(*entity);
        return shortName(model, link.from) + " → " + shortName(model, link.to);
    }
    case Kind::placement: return shortName(model, static_cast<const Placement&>(*entity).step);
    case Kind::assignment: {
        const auto& assignment = static_cast<const Assignment&>(*entity);
        return std::string(labelOf(assignment.letter)) + " " + shortName(model, assignment.role);
    }
    case Kind::reading: {
        const auto& reading = static_cast<const Reading&>(*entity);
        return reading.date ? base::toWords(*reading.date) : "no date";
    }
    case Kind::review: {
        const auto& review = static_cast<const Review&>(*entity);
        return review.date ? base::toWords(*review.date) : "no date";
    }
    case Kind::interaction: return shortName(model, static_cast<const Interaction&>(*entity).team);
    case Kind::reviewedItem: return shortName(model, static_cast<const ReviewedItem&>(*entity).item);
    case Kind::conflict: return std::string(labelOf(static_cast<const Conflict&>(*entity).kind));
    case Kind::variant: return std::string(labelOf(static_cast<const Variant&>(*entity).kind));
    default: return "without a name";
    }
}

std::string fullName(const Model& model, const AnyId& id) {
    const std::optional<Kind> kind = kindOf(id);
    if (!kind) return std::string(id.text());
    return std::string(entityType(*kind).name) + " “" + shortName(model, id) + "”";
}

std::string valueText(const Model& model, const FieldDescription& field, const FieldValue& value) {
    const std::string nothing = "nothing";
    const auto withUnit = [&model, &field](std::string number) {
        std::string unit(field.options.unit);
        if (unit == "money") unit = model.isValid() ? model.plan().currency : std::string();
        return unit.empty() ? number : number + " " + unit;
    };
    return std::visit(Overloaded{
                          [&](std::monostate) { return nothing; },
                          [&](const std::string& text) { return text.empty() ? nothing : "“" + text + "”"; },
                          [&](const std::vector<std::string>& texts) { return joined(texts); },
                          [&](double number) { return withUnit(numberText(number)); },
                          [&](Duration duration) { return numberText(base::hours(duration)) + " h"; },
                          [&](Date date) { return base::toWords(date); },
                          [&](Period period) { return base::toWords(period); },
                          [&](bool yes) { return std::string(yes ? "yes" : "no"); },
                          [&](ChoiceValue choice) {
                              return choice.index < field.choices.size()
                                         ? std::string(field.choices[choice.index].label)
                                         : nothing;
                          },
                          [&](const AnyId& id) { return id ? shortName(model, id) : nothing; },
                          [&](const std::vector<AnyId>& ids) {
                              std::vector<std::string> names;
                              for (const AnyId& id : ids) names.push_back(shortName(model, id));
                              return joined(names);
                          },
                      },
                      value);
}

} // namespace flowspine::model
