// The entities that say something about other entities: comments, waivers, the plan's own rules, and what a merge could
// not settle. Plain structs like those of entities.h; described in annotation_fields.h.
#pragma once

#include "model/choices.h"
#include "model/entity.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::model {

using Number = std::optional<double>;
using Text = std::string;

struct Reply : Entity {
    Text author;
    std::optional<Date> date;
    Text text;
    friend bool operator==(const Reply&, const Reply&) = default;
};

struct Comment : Entity {
    AnyId about;
    Text field; // JSON name of a field of `about`; empty for the whole entity
    Text author;
    std::optional<Date> date;
    Text text;
    bool resolved = false;
    ChildList<Reply> replies;
    friend bool operator==(const Comment&, const Comment&) = default;
};

// An accepted exception from a health rule.
struct Waiver : Entity {
    AnyId about;
    Text ruleId;
    Text reason;
    Text by;
    std::optional<Date> expiry;
    friend bool operator==(const Waiver&, const Waiver&) = default;
};

// How this plan judges one health rule.
struct RuleSetting : Entity {
    Text ruleId;
    RuleSeverity severity = RuleSeverity::asDefined;
    Number threshold;
    friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};

// What a merge could not settle. The plan holds one of the possibilities, so that it can be read and shown; this keeps
// all of them until somebody chooses. Values are written as texts: see value_texts.h.
struct Conflict : Entity {
    AnyId about;
    ConflictKind kind = ConflictKind::value;
    Text field; // JSON name of a field of `about`; of an unknown member, its name; empty where the kind says all
    std::vector<Text> base;
    std::vector<Text> ours;
    std::vector<Text> theirs;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

} // namespace flowspine::model
