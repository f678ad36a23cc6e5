#include "edit/health_edit.h"

#include "edit/groundwork.h"

namespace flowspine::edit {

namespace {

using model::RuleSetting;
using model::RuleSeverity;
using model::Waiver;

// As rules look at them: of several the one with the smallest id counts.
template <class T, class IsIt>
const T* firstOf(const Model& model, IsIt isIt) {
    const T* found = nullptr;
    model.forEach<T>([&](const T& each) {
        if (found == nullptr && isIt(each)) found = &each;
    });
    return found;
}

} // namespace

Result<Added> waive(const Model& model, std::string_view ruleId, const AnyId& entity, const Exception& exception,
                    base::IdGenerator& ids) {
    if (exception.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return base::failure("no-reason", "Say why this is accepted: others will ask.", std::string(entity.text()));
    const auto* there =
        firstOf<Waiver>(model, [&](const Waiver& each) { return each.about == entity && each.ruleId == ruleId; });
    if (there == nullptr) {
        auto waiver = std::make_shared<Waiver>();
        waiver->id = newId(model, Kind::waiver, ids);
        waiver->about = entity;
        waiver->ruleId = ruleId;
        waiver->reason = exception.reason;
        waiver->by = exception.by;
        waiver->expiry = exception.expiry;
        const AnyId id = waiver->id;
        Result<Model> next = add(model, model.plan().id, std::move(waiver));
        if (!next) return next.error();
        return Added{*std::move(next), id};
    }
    const AnyId id = there->id;
    Result<Model> next = setField(model, id, "reason", exception.reason);
    if (next) next = setField(*next, id, "by", exception.by);
    if (next) next = setField(*next, id, "expiry", exception.expiry ? FieldValue(*exception.expiry) : FieldValue());
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

Result<Model> judgeRule(const Model& model, std::string_view ruleId, RuleSeverity severity,
                        std::optional<double> threshold, base::IdGenerator& ids) {
    const bool isAsDefined = severity == RuleSeverity::asDefined && !threshold;
    std::vector<AnyId> settings;
    model.forEach<RuleSetting>([&](const RuleSetting& each) {
        if (each.ruleId == ruleId) settings.push_back(each.id);
    });
    if (isAsDefined) return settings.empty() ? Result<Model>(model) : remove(model, settings);
    if (settings.empty()) {
        auto setting = std::make_shared<RuleSetting>();
        setting->id = newId(model, Kind::ruleSetting, ids);
        setting->ruleId = ruleId;
        setting->severity = severity;
        setting->threshold = threshold;
        return add(model, model.plan().id, std::move(setting));
    }
    Result<Model> next =
        setField(model, settings.front(), "severity", model::ChoiceValue{static_cast<std::uint8_t>(severity)});
    if (next) next = setField(*next, settings.front(), "threshold", threshold ? FieldValue(*threshold) : FieldValue());
    return next;
}

} // namespace flowspine::edit
