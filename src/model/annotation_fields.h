// The descriptions of the entities in annotations.h; see entity_fields.h.
#pragma once

#include "model/annotations.h"
#include "model/field_list.h"

namespace flowspine::model {

template <>
inline constexpr auto fields<Reply> = std::tuple{
    field("author", &Reply::author, {.label = "Author", .isTitle = true}),
    field("date", &Reply::date, {.label = "Date"}),
    field("text", &Reply::text, {.label = "Text", .isMultiline = true}),
};

template <>
inline constexpr auto fields<Comment> = std::tuple{
    field("about", &Comment::about, {.label = "About", .targets = anyKind, .onDelete = OnDelete::removeSelf}),
    field("field", &Comment::field, {.label = "Field"}),
    field("author", &Comment::author, {.label = "Author", .isTitle = true}),
    field("date", &Comment::date, {.label = "Date"}),
    field("text", &Comment::text, {.label = "Text", .isMultiline = true}),
    field("resolved", &Comment::resolved, {.label = "Resolved"}),
    field("replies", &Comment::replies, {.label = "Replies"}),
};

template <>
inline constexpr auto fields<Waiver> = std::tuple{
    field("about", &Waiver::about, {.label = "About", .targets = anyKind, .onDelete = OnDelete::removeSelf}),
    field("ruleId", &Waiver::ruleId, {.label = "Rule", .isTitle = true}),
    field("reason", &Waiver::reason, {.label = "Reason", .isMultiline = true}),
    field("by", &Waiver::by, {.label = "By"}),
    field("expiry", &Waiver::expiry, {.label = "Until"}),
};

template <>
inline constexpr auto fields<RuleSetting> = std::tuple{
    field("ruleId", &RuleSetting::ruleId, {.label = "Rule", .isTitle = true}),
    field("severity", &RuleSetting::severity, {.label = "Severity"}),
    field("threshold", &RuleSetting::threshold, {.label = "Threshold"}),
};

template <>
inline constexpr auto fields<Conflict> = std::tuple{
    field("about", &Conflict::about, {.label = "About", .targets = anyKind, .onDelete = OnDelete::removeSelf}),
    field("kind", &Conflict::kind, {.label = "What it is about"}),
    field("field", &Conflict::field, {.label = "Field", .isTitle = true}),
    field("base", &Conflict::base, {.label = "Before both"}),
    field("ours", &Conflict::ours, {.label = "Ours"}),
    field("theirs", &Conflict::theirs, {.label = "Theirs"}),
};

} // namespace flowspine::model
