// Three versions of a plan as a merge meets them: a base, and two sides that went on from it by random edits.
#pragma once

#include "model/model.h"
#include "support/random.h"

namespace flowspine::test {

struct Triple {
    model::Model base;
    model::Model ours;
    model::Model theirs;
};

// Small plans of every kind of entity and up to a dozen edits a side; some edits are made by both sides alike, and some
// go to the same entity on both.
[[nodiscard]] Triple randomTriple(Random& random);

} // namespace flowspine::test
