#include "model/validate.h"

#include "model/entity_type.h"
#include "model/field_visitor.h"
#include "model/naming.h"

#include <bit>
#include <vector>

namespace flowspine::model {

namespace {

using base::Issue;
using base::Severity;

// Every entity's owner, in one block of memory: building it is most of what validating costs.
class OwnerTable {
  public:
    explicit OwnerTable(const Model& model) : m_slots(std::bit_ceil(model.entityCount() * 2 + 1)) {
        for (const Kind kind : allKinds())
            for (const EntityPtr& row : model.table(kind).rows()) m_slots[slotOf(row->id)].id = row->id;
    }

    [[nodiscard]] bool contains(const AnyId& id) const { return !m_slots[slotOf(id)].id.isEmpty(); }
    // nullptr for what is not in the plan; empty while no owner was seen.
    [[nodiscard]] AnyId* ownerOf(const AnyId& id) {
        Slot& slot = m_slots[slotOf(id)];
        return slot.id.isEmpty() ? nullptr : &slot.owner;
    }

  private:
    struct Slot {
        AnyId id;
        AnyId owner;
    };
    // Where the id is, or the free place where it would be.
    [[nodiscard]] std::size_t slotOf(const AnyId& id) const {
        std::size_t at = id.hash() & (m_slots.size() - 1);
        while (!m_slots[at].id.isEmpty() && m_slots[at].id != id) at = (at + 1) & (m_slots.size() - 1);
        return at;
    }

    std::vector<Slot> m_slots;
};

class Validator final : private IgnoringFieldVisitor {
  public:
    explicit Validator(const Model& model) : m_model(model), m_owners(model) {}

    std::vector<Issue> run() {
        if (!m_model.isValid()) {
            report("no-plan", {}, "The plan itself is missing.");
            return std::move(m_issues);
        }
        for (const Kind kind : allKinds()) checkTable(kind);
        checkOwners();
        m_model.forEach<Variant>([this](const Variant& variant) { checkVariant(variant); });
        m_model.forEach<Flow>([this](const Flow& flow) { checkFlow(flow); });
        return std::move(m_issues);
    }

  private:
    void report(std::string code, const AnyId& id, std::string message) {
        m_issues.push_back(
            {Severity::error, base::failure(std::move(code), std::move(message), std::string(id.text()))});
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
        if (target.isEmpty() || (m_owners.contains(target) && fits(target))) return;
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
        AnyId* const owner = m_owners.ownerOf(child);
        if (owner == nullptr || !fits(child))
            report("missing-child", m_entity->id,
                   fullName(m_model, m_entity->id) + " lists “" + std::string(child.text()) + "”, which is not there.");
        else if (*owner)
            report("two-owners", child, fullName(m_model, child) + " is listed twice.");
        else
            *owner = m_entity->id;
    }

    void checkOwners() {
        for (const Kind kind : allKinds()) {
            if (kind == Kind::plan) continue;
            for (const EntityPtr& row : m_model.table(kind).rows())
                if (m_owners.ownerOf(row->id)->isEmpty())
                    report("no-owner", row->id, fullName(m_model, row->id) + " belongs to nothing.");
        }
    }

    // `step` is named by a link or a placement of `variant`.
    void checkStep(const Variant& variant, const AnyId& holder, const Id<Step>& step) {
        const AnyId* const owner = m_owners.ownerOf(step);
        if (step && (owner == nullptr || *owner != variant.id))
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
            report("no-current-variant", flow.id,
                   "No variant of " + fullName(m_model, flow.id) + " is the current one.");
    }

    const Model& m_model;
    std::vector<Issue> m_issues;
    OwnerTable m_owners;
    const Entity* m_entity = nullptr;
    const FieldDescription* m_field = nullptr;
};

} // namespace

std::vector<Issue> validate(const Model& model) {
    return Validator(model).run();
}

} // namespace flowspine::model
