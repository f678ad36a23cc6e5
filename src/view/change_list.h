// Two variants of a flow side by side as a list: every measure before and after, and what changed, grouped. Areas:
// "change" (id of what it is about).
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct ComparedMeasure {
    std::string label;
    std::string before;
    std::string after;
    std::string change;
    Role role = Role::muted;
};

struct ListedChange {
    AnyId id;
    std::string name;
    std::string detail;
};

struct ChangeGroup {
    std::string heading;
    std::string icon;
    Role role = Role::muted;
    std::vector<ListedChange> changes;
};

struct ChangeList {
    std::string beforeName;
    std::string afterName;
    std::vector<ComparedMeasure> measures;
    std::vector<ChangeGroup> groups; // those without changes are left out
    std::vector<std::string> notes;  // sentences below
    bool isWarned = false;           // of the notes: something that cannot change is touched
};

[[nodiscard]] Picture changeList(const ChangeList& content, double width, const TextMeasure& measure);

} // namespace flowspine::view
