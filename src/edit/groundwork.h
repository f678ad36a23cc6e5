// What edits are made of: checks of single values and places in the tree of ownership. For edit/ itself; others use the
// edits.
#pragma once

#include "base/id_generator.h"
#include "base/result.h"
#include "model/draft.h"
#include "model/field.h"
#include "model/model.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace flowspine::edit {

using base::Error;
using base::Result;
using model::AnyId;
using model::Draft;
using model::Entity;
using model::FieldDescription;
using model::FieldValue;
using model::Kind;
using model::Model;

using IdSet = std::unordered_set<AnyId>;

// Texts longer than this cannot be read back from a project file.
inline constexpr std::size_t maxTextBytes = std::size_t{1} << 20U;

// Why `field` must not hold `value` in `model`: out-of-range, not-utf8, too-long, wrong-kind, unknown-reference;
// nullopt when it may. What a file could not hold is out of range too: infinity, the year 10000, an empty period.
[[nodiscard]] std::optional<Error> whyNot(const Model& model, const FieldDescription& field, const FieldValue& value);

[[nodiscard]] Error noSuchEntity(const AnyId& id);

// "a step", "an outcome"
[[nodiscard]] std::string oneOf(Kind kind);

// An id that the plan does not have yet.
[[nodiscard]] AnyId newId(const Model& model, Kind kind, base::IdGenerator& ids);

// The entity that lists `id` as its child; empty for the plan and for what nobody owns.
[[nodiscard]] AnyId ownerOf(const Model& model, const AnyId& id);
// The closest owner of that kind, `id` itself included; empty when there is none.
[[nodiscard]] AnyId ownerOfKind(const Model& model, const AnyId& id, Kind kind);

// Where `id` stands among the children of `owner`; their number when it is none of them.
[[nodiscard]] std::size_t placeAmongSiblings(const Model& model, const AnyId& owner, const AnyId& id);

// Lists `child` under `owner`, which must exist and be of the right kind; beyond the end means last.
void insertChild(Draft& draft, const AnyId& owner, const AnyId& child, std::optional<std::size_t> position);
// Takes `children` off every list that has them.
void takeOut(Draft& draft, const IdSet& children);

// A flow's current variant is one of its own: the first one when it was none. Nothing happens to other entities.
void settleCurrentVariant(Draft& draft, const AnyId& flow);

// Whether `field` of an entity of `kind` may only name steps of the entity's own variant: both ends of a link, the step
// of a placement, the join of a split. A step's origin is in another variant by nature.
[[nodiscard]] bool staysInVariant(Kind kind, const FieldDescription& field);
// The error foreign-step when `id`, which exists, has such a field that names a step elsewhere.
[[nodiscard]] std::optional<Error> foreignStep(const Model& model, const AnyId& id);

} // namespace flowspine::edit
