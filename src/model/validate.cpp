#include "model/validate.h"

#include "model/entity_type.h"
#include "model/naming.h"

#include <unordered_map>

namespace flowspine::model {

namespace {

using base::Issue;
using base::Severity;

class Validator {
  public:
    explicit Validator(const Model& model) : m_model(model) {}

    std::vector<Issue> run() {
        if (!m_model.isValid()) {
            report("no-plan", {}, "The plan itself is missing.");
            return std::move(m_issues);
        }
        for (const Kind kind : allKinds())
            for (const EntityPtr& row : m_model.table(kind).rows()) checkFields(*row, entityType(kind));
        checkOwners();
        m_model.forEach<Variant>([this](const Variant& variant) { checkVariant(variant); });
        m_model.forEach<Flow>([this](const Flow& flow) { checkFlow(flow); });
        return std::move(m_issues);
    }

  private:
    void report(std::string code, const AnyId& id, std::string message) {
        m_issues.push_back({Severity::error, base::failure(std::move(code), std::move(message), std::string(id.text()))});
    }

    static std::string quoted(std::string_view label) { return "“" + std::string(label) + "”"; }

    void checkReference(const Entity& entity, const FieldDescription& field, const AnyId& target) {
        const std::optional<Kind> kind = kindOf(target);
        if (!kind || !contains(field.options.targets, *kind))
            report("wrong-kind", entity.id,
                   quoted(field.options.label) + " of " + fullName(m_model, entity.id) + " cannot name “" +
                       std::string(target.text()) + "”.");
        else if (!m_model.contains(target))
            report("unknown-reference", entity.id,
                   quoted(field.options.label) + " of " + fullName(m_model, entity.id) + " names “" +
                       std::string(target.text()) + "”, which is not in this plan.");
    }

    void checkFields(const Entity& entity, const EntityType& type) {
        for (const FieldDescription& field : type.fields) {
            if (field.options.targets != 0) {
                const bool owns = field.type == FieldType::children;
                for (const AnyId& id : idsIn(entity, field))
                    owns ? noteChild(entity, field, id) : checkReference(entity, field, id);
            } else if (field.type == FieldType::number) {
                const FieldValue value = field.get(entity);
                if (const double* number = std::get_if<double>(&value))
                    if (!(*number >= field.options.min && *number <= field.options.max))
                        report("out-of-range", entity.id,
                               quoted(field.options.label) + " of " + fullName(m_model, entity.id) + " is " +
                                   numberText(*number) + ", which is out of range.");
            }
        }
    }

    void noteChild(const Entity& owner, const FieldDescription& field, const AnyId& child) {
        const std::optional<Kind> kind = kindOf(child);
        if (!kind || !contains(field.options.targets, *kind) || !m_model.contains(child))
            report("missing-child", owner.id,
                   fullName(m_model, owner.id) + " lists “" + std::string(child.text()) + "”, which is not there.");
        else if (!m_owner.emplace(child, owner.id).second)
            report("two-owners", child, fullName(m_model, child) + " is listed twice.");
    }

    void checkOwners() {
        for (const Kind kind : allKinds()) {
            if (kind == Kind::plan) continue;
            for (const EntityPtr& row : m_model.table(kind).rows())
                if (!m_owner.contains(row->id))
                    report("no-owner", row->id, fullName(m_model, row->id) + " belongs to nothing.");
        }
    }

    // `step` is named by a link or a placement of `variant`.
    void checkStep(const Variant& variant, const AnyId& holder, const Id<Step>& step) {
        const auto owner = m_owner.find(step);
        if (step && (owner == m_owner.end() || owner->second != variant.id))
            report("foreign-step", holder, fullName(m_model, holder) + " names a step of another variant.");
    }

    void checkVariant(const Variant& variant) {
        m_model.forEach(variant.links, [&](const Link& link) {
            checkStep(variant, link.id, link.from);
            checkStep(variant, link.id, link.to);
        });
        m_model.forEach(variant.placements,
                        [&](const Placement& placement) { checkStep(variant, placement.id, placement.step); });
    }

    void checkFlow(const Flow& flow) {
        if (!flow.variants.isEmpty() && !flow.variants.contains(flow.current))
            report("no-current-variant", flow.id, "No variant of " + fullName(m_model, flow.id) + " is the current one.");
    }

    const Model& m_model;
    std::vector<Issue> m_issues;
    std::unordered_map<AnyId, AnyId> m_owner;
};

} // namespace

std::vector<Issue> validate(const Model& model) {
    return Validator(model).run();
}

} // namespace flowspine::model
