// Edits that work on entities of every kind. Each takes a plan and gives the next one, or an error that leaves
// everything as it was; none changes its input. What an area needs beyond these stands in its own header.
#pragma once

#include "base/id_generator.h"
#include "base/result.h"
#include "model/field.h"
#include "model/model.h"
#include "model/model_index.h"

#include <optional>
#include <string_view>
#include <vector>

namespace flowspine::edit {

using base::Result;
using model::AnyId;
using model::Entity;
using model::FieldValue;
using model::Kind;
using model::Model;

// Sets one field. Doubles in a reference list are dropped. Errors: no-entity, no-field, wrong-type, out-of-range (the
// field's limits and what a file cannot hold), too-long, not-utf8, wrong-kind and unknown-reference (what a reference
// names), foreign-step and no-current-variant (see validate()), owned (child lists change by add, move and remove
// only).
[[nodiscard]] Result<Model> setField(const Model& model, const AnyId& id, std::string_view field, FieldValue value);

// Adds `entity` (its id of its kind and new) to the children of `owner` at `position` (default: last). Its own child
// lists must be empty. The first variant of a flow becomes its current one. Errors: no-owner, wrong-kind, bad-id,
// duplicate-id, has-children, and those of setField() for its values.
[[nodiscard]] Result<Model> add(const Model& model, const AnyId& owner, std::shared_ptr<Entity> entity,
                                std::optional<std::size_t> position = std::nullopt);

// A new entity of `kind` with `title`, and its id.
struct Added {
    Model model;
    AnyId id;
};
[[nodiscard]] Result<Added> addNew(const Model& model, const AnyId& owner, Kind kind, std::string_view title,
                                   base::IdGenerator& ids, std::optional<std::size_t> position = std::nullopt);

// What removing `ids` takes along and what it leaves without a target. For showing before the removal.
struct Impact {
    std::vector<AnyId> removed;                  // `ids`, all they own, and holders that make no sense without them
    std::vector<model::Reference> loseReference; // stay, but a field of theirs no longer names a removed entity
};
[[nodiscard]] Impact impactOfRemoval(const Model& model, const std::vector<AnyId>& ids);

// Removes `ids` with all they own; references to them are cleared or take their holder along, by each field's rule.
// A flow whose current variant goes gets its first remaining one. The plan itself cannot be removed (error no-entity).
[[nodiscard]] Result<Model> remove(const Model& model, const std::vector<AnyId>& ids);

// Puts a child elsewhere: under `owner` (same kind of owner; may be its present one) at `position` counted after
// taking it out. A step that goes to another variant loses its links, its placement and its joins; a link goes only
// where its steps are (error foreign-step). Other errors: no-entity, no-owner, wrong-kind.
[[nodiscard]] Result<Model> move(const Model& model, const AnyId& id, const AnyId& owner, std::size_t position);

// Part of a plan on its way somewhere else: entities with all they own, and the links between steps that are copied
// together. Kept as a plan file fragment by ui.
struct Clipping {
    std::vector<AnyId> roots; // in the order of the plan
    std::vector<model::EntityPtr> entities;
};
[[nodiscard]] Clipping copy(const Model& model, const std::vector<AnyId>& ids);

// Adds the clipping's entities with new ids: behind `owner` when it is of the same kind, else under it or what owns it,
// else where the plan keeps such entities (steps on a flow go to its current variant). References inside the clipping
// follow the new ids; references out of it stay when the plan has their target (a step of the same variant, where only
// that will do) and are cleared, or drop their holder, when it has not. A step gives up its origin to one that is there
// already. Errors: no-owner when there is no place for it, and those of setField() for values that came from elsewhere.
struct Pasted {
    Model model;
    std::vector<AnyId> roots;
};
[[nodiscard]] Result<Pasted> paste(const Model& model, const Clipping& clipping, const AnyId& owner,
                                   base::IdGenerator& ids);
// Copy and paste beside the originals. Error: no-entity.
[[nodiscard]] Result<Pasted> duplicate(const Model& model, const std::vector<AnyId>& ids,
                                       base::IdGenerator& idGenerator);

} // namespace flowspine::edit
