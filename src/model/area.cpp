#include "model/area.h"

namespace flowspine::model {

Area areaOf(Kind kind) {
    switch (kind) {
    case Kind::plan:
    case Kind::comment:
    case Kind::reply:
    case Kind::waiver:
    case Kind::ruleSetting:
    case Kind::conflict: return Area::plan;
    case Kind::stakeholder:
    case Kind::outcome:
    case Kind::measure:
    case Kind::reading:
    case Kind::constraint: return Area::outcomes;
    case Kind::spineItem:
    case Kind::decisionRight:
    case Kind::assignment: return Area::spine;
    case Kind::team:
    case Kind::interaction:
    case Kind::role:
    case Kind::flow:
    case Kind::variant:
    case Kind::step:
    case Kind::link:
    case Kind::placement: return Area::flows;
    case Kind::roadmapItem:
    case Kind::cadence:
    case Kind::review:
    case Kind::reviewedItem:
    case Kind::decision:
    case Kind::commitment: return Area::roadmap;
    }
    return Area::plan;
}

} // namespace flowspine::model
