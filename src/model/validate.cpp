#include "model/validate.h"

#include "model/entity_type.h"
#include "model/field_visitor.h"
#include "model/naming.h"

#include <unordered_map>

namespace flowspine::model {

namespace {

using base::Issue;
using base::Severity;

class Validator final : private IgnoringFieldVisitor {
  public:
    explicit Validator(const Model& model) : m_model(model) {}

    std::vector<Issue> run() {
        if (!m_model.isValid()) {
            report("no-plan", {}, "The plan itself is missing.");
            return std::move(m_issues);
        }
        m_ownerOf.reserve(m_model.entityCount());
        for (const Kind kind : allKinds())
            for (const EntityPtr& row : m_model.table(kind).rows()) m_ownerOf.emplace(row->id, AnyId{});
        for (const Kind kind : allKinds()) checkTable(kind);
        checkOwners();
        m_model.forEach<Variant>([this](const Variant& variant) { checkVariant(variant); });
        m_model.forEach<Flow>([this](const Flow& flow) { checkFlow(flow); });
        return std::move(m_issues);
    }

  private:
    void report(std::string code, const AnyId& id, std::string message) {
        m_issues.push_back({Severity::error, base::failure(std::move(code), std::move(message), std::string(id.text()))});
    }

    void checkTable(Kind kind) {
        std::vector<const FieldDescription*> checked;
        for (const FieldDescription& field : entityType(kind).fields)
            if (field.options.targets != 0 || field.type == FieldType::number) checked.push_back(&field);
        for (const EntityPtr& row : m_model.table(kind).rows()) {
            m_entity = row.get();
            for (const FieldDescription* field : checked) {
                m_field = field;
                field->visit(*row, *this);
            }
        }
    }

    // "“Owner” of step “Check zoning”"
    [[nodiscard]] std::string place() const {
        return "“" + std::string(m_field->options.label) + "” of " + fullName(m_model, m_entity->id);
    }
    [[nodiscard]] bool fits(const AnyId& id) const {
        const std::optional<Kind> kind = kindOf(id);
        return kind && contains(m_field->options.targets, *kind);
    }

    void number(double value) override {
        if (value >= m_field->options.min && value <= m_field->options.max) return;
        report("out-of-range", m_entity->id, place() + " is " + numberText(value) + ", which is out of range.");
    }

    void reference(const AnyId& target) override {
        if (target.isEmpty() || (m_ownerOf.contains(target) && fits(target))) return;
        const std::string named = "“" + std::string(target.text()) + "”";
        if (fits(target))
            report("unknown-reference", m_entity->id, place() + " names " + named + ", which is not in this plan.");
        else
            report("wrong-kind", m_entity->id, place() + " cannot name " + named + ".");
    }

    void references(std::span<const AnyId> values) override {
        for (const AnyId& id : values) m_field->type == FieldType::children ? noteChild(id) : reference(id);
    }

    void noteChild(const AnyId& child) {
        const auto owner = m_ownerOf.find(child);
        if (owner == m_ownerOf.end() || !fits(child))
            report("missing-child", m_entity->id,
                   fullName(m_model, m_entity->id) + " lists “" + std::string(child.text()) + "”, which is not there.");
        else if (owner->second)
            report("two-owners", child, fullName(m_model, child) + " is listed twice.");
        else
            owner->second = m_entity->id;
    }

    void checkOwners() {
        for (const Kind kind : allKinds()) {
            if (kind == Kind::plan) continue;
            for (const EntityPtr& row : m_model.table(kind).rows())
                if (m_ownerOf.at(row->id).isEmpty())
                    report("no-owner", row->id, fullName(m_model, row->id) + " belongs to nothing.");
        }
    }

    // `step` is named by a link or a placement of `variant`.
    void checkStep(const Variant& variant, const AnyId& holder, const Id<Step>& step) {
        const auto owner = m_ownerOf.find(step);
        if (step && (owner == m_ownerOf.end() || owner->second != variant.id))
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
    std::unordered_map<AnyId, AnyId> m_ownerOf; // every entity; empty while no owner was seen
    const Entity* m_entity = nullptr;
    const FieldDescription* m_field = nullptr;
};

} // namespace

std::vector<Issue> validate(const Model& model) {
    return Validator(model).run();
}

} // namespace flowspine::model
