// A flow drawn by keys alone.
#include "editor_bench.h"
#include "editors/flows/flows_editor.h"
#include "support/permit_office.h"

#include <map>

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::LinkKind;
using model::Step;
using model::StepType;
using model::Team;
using model::Variant;

namespace {

// Counts the keys that are not letters of names.
struct Keyboard : test::EditorBench<editors::FlowsEditor> {
    using EditorBench::EditorBench;

    void press(Qt::Key which, Qt::KeyboardModifiers modifiers = {}, int times = 1) {
        for (int i = 0; i < times; ++i) key(which, modifiers);
        strokes += times;
    }
    // Letters that choose rather than name.
    void choose(const QString& letters) {
        type(letters);
        strokes += static_cast<int>(letters.size());
    }
    void name(const QString& words) { type(words); }

    // The step or lane with this name.
    template <class T>
    const T& named(std::string_view name) const {
        const T* found = nullptr;
        live().forEach<T>([&](const T& each) {
            if (each.name == name) found = &each;
        });
        INFO(name);
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] std::string laneOf(std::string_view step) const {
        const Team* team = live().find(named<Step>(step).team);
        return team ? team->name : "";
    }
    [[nodiscard]] const model::Link* link(const AnyId& from, const AnyId& to) const {
        const model::Link* found = nullptr;
        live().forEach<model::Link>([&](const model::Link& each) {
            if (each.from == from && each.to == to) found = &each;
        });
        return found;
    }

    int strokes = 0;
};

test::PermitOffice office() {
    test::PermitOffice made;
    made.take(edit::setField(made.model, made.variant, "lanes", std::vector<AnyId>{made.planning, made.oneStop}));
    return made;
}

constexpr auto ctrl = Qt::ControlModifier;
constexpr auto ctrlShift = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

TEST_CASE("twelve steps in four lanes with a decision and rework are drawn by at most sixty keys besides the names") {
    Keyboard keys;
    keys.name("Permit");
    keys.press(Qt::Key_Return);
    keys.name("Apply");
    keys.press(Qt::Key_Return, ctrlShift);
    keys.name("Customer");
    keys.press(Qt::Key_Return);
    keys.press(Qt::Key_Return, ctrl);
    keys.name("Front desk");
    keys.press(Qt::Key_Return);
    keys.name("Check papers");
    keys.press(Qt::Key_Return);
    keys.name("Register");
    keys.press(Qt::Key_Return, ctrl);
    keys.name("Planning");
    keys.press(Qt::Key_Return);
    keys.name("Check zoning");
    keys.press(Qt::Key_Return);
    keys.name("Visit site");
    keys.press(Qt::Key_Return);
    keys.name("Decide");
    keys.press(Qt::Key_Return, ctrl);
    keys.name("Inspections");
    keys.press(Qt::Key_Return);
    keys.name("Inspect");
    keys.press(Qt::Key_Return);
    keys.name("Report");
    keys.press(Qt::Key_Return);
    keys.name("Approve");
    keys.press(Qt::Key_Return, ctrl);
    keys.choose("fr");
    keys.press(Qt::Key_Return);
    keys.name("Issue permit");
    keys.press(Qt::Key_Return, ctrl);
    keys.choose("cu");
    keys.press(Qt::Key_Return);
    keys.name("Receive permit");
    keys.press(Qt::Key_Tab);
    // Back to the decision, for its other way.
    keys.press(Qt::Key_Left, Qt::AltModifier, 5);
    keys.choose("d");
    keys.press(Qt::Key_Return, ctrl);
    keys.choose("fr");
    keys.press(Qt::Key_Return);
    keys.name("Ask for papers");
    keys.press(Qt::Key_Tab);
    keys.press(Qt::Key_L, ctrl);
    keys.press(Qt::Key_Left, Qt::AltModifier, 5);
    keys.choose("r");

    CHECK(keys.strokes <= 60); // 41
    const Variant* variant = keys.live().find(keys.editor->shownVariant());
    REQUIRE(variant);
    CHECK(variant->steps.size() == 14); // with its start and its end
    CHECK(variant->links.size() == 14);
    CHECK(keys.live().plan().teams.size() == 4);
    const std::map<std::string, std::string> lanes = {
        {"Apply", "Customer"},          {"Check papers", "Front desk"}, {"Register", "Front desk"},
        {"Check zoning", "Planning"},   {"Visit site", "Planning"},     {"Decide", "Planning"},
        {"Inspect", "Inspections"},     {"Report", "Inspections"},      {"Approve", "Inspections"},
        {"Issue permit", "Front desk"}, {"Receive permit", "Customer"}, {"Ask for papers", "Front desk"}};
    for (const auto& [step, lane] : lanes) CHECK(keys.laneOf(step) == lane);
    CHECK(keys.named<Step>("Decide").type == StepType::decision);
    const std::vector<std::string> order = {"Apply",      "Check papers", "Register",      "Check zoning",
                                            "Visit site", "Decide",       "Inspect",       "Report",
                                            "Approve",    "Issue permit", "Receive permit"};
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        INFO(order[i]);
        CHECK(keys.link(keys.named<Step>(order[i]).id, keys.named<Step>(order[i + 1]).id));
    }
    CHECK(keys.link(keys.named<Step>("Decide").id, keys.named<Step>("Ask for papers").id));
    const model::Link* rework = keys.link(keys.named<Step>("Ask for papers").id, keys.named<Step>("Check papers").id);
    REQUIRE(rework);
    CHECK(rework->kind == LinkKind::rework);
    keys.checkPlan();
    const int undos = keys.undoCount();
    for (int i = 0; i < undos; ++i) keys.undo();
    CHECK(keys.live().plan().flows.isEmpty());
    CHECK(keys.live().plan().teams.isEmpty());
}

TEST_CASE("Ctrl+Enter asks for the lane of the next step, by its beginning, by arrows, or for a new one") {
    const test::PermitOffice start = office();
    Keyboard keys(start.model);
    keys.session.select(start.check);
    keys.press(Qt::Key_Return, ctrl);
    REQUIRE(keys.text().isOpen());
    keys.name("one");
    keys.press(Qt::Key_Return);
    keys.name("Look again");
    keys.press(Qt::Key_Tab);
    CHECK(keys.named<Step>("Look again").team == start.oneStop);
    CHECK(keys.undoCount() == 1);

    keys.press(Qt::Key_Return, ctrl);
    keys.press(Qt::Key_Down);
    CHECK(keys.text().text() == QStringLiteral("Planning"));
    keys.press(Qt::Key_Return);
    keys.name("And again");
    keys.press(Qt::Key_Tab);
    CHECK(keys.named<Step>("And again").team == start.planning);

    const model::Model before = keys.live();
    keys.press(Qt::Key_Return, ctrl);
    keys.name("Fire marshal");
    keys.editor->grab();
    keys.press(Qt::Key_Return);
    keys.name("Walk through");
    keys.press(Qt::Key_Tab);
    CHECK(keys.laneOf("Walk through") == "Fire marshal");
    keys.undo();
    CHECK(keys.live() == before);

    // Left without a name, neither the step nor the lane was there.
    keys.session.select(start.check);
    keys.press(Qt::Key_Return, ctrl);
    keys.name("Fire marshal");
    keys.press(Qt::Key_Return);
    keys.press(Qt::Key_Escape);
    CHECK(keys.live() == before);
    keys.session.select(start.check);
    keys.press(Qt::Key_Return, ctrl);
    keys.press(Qt::Key_Return);
    CHECK_FALSE(keys.text().isOpen());
    CHECK(keys.live() == before);
    keys.checkPlan();
}

TEST_CASE("Ctrl and arrows add a linked step in that direction") {
    const test::PermitOffice start = office();
    Keyboard keys(start.model);
    keys.session.select(start.decide);
    keys.press(Qt::Key_Left, ctrl);
    keys.name("Weigh");
    keys.press(Qt::Key_Tab);
    const AnyId weigh = keys.named<Step>("Weigh").id;
    CHECK(keys.link(start.check, weigh));
    CHECK(keys.link(weigh, start.decide));
    CHECK_FALSE(keys.link(start.check, start.decide));
    CHECK(keys.undoCount() == 1);
    keys.press(Qt::Key_Down, ctrl);
    keys.name("Call");
    keys.press(Qt::Key_Tab);
    CHECK(keys.named<Step>("Call").team == start.oneStop);
    CHECK(keys.link(weigh, keys.named<Step>("Call").id));
    keys.checkPlan();
    keys.undo();
    keys.undo();
    CHECK(keys.live() == start.model);
}

TEST_CASE("a link is drawn by keys from the selected step to the one walked to, and Esc gives up") {
    const test::PermitOffice start = office();
    Keyboard keys(start.model);
    keys.session.select(start.decide);
    keys.press(Qt::Key_L, ctrl);
    keys.press(Qt::Key_Return);
    CHECK(keys.undoCount() == 0); // not to itself
    keys.press(Qt::Key_Left);
    keys.press(Qt::Key_D);
    CHECK(keys.undoCount() == 0); // no type is set on the way
    keys.editor->grab();
    keys.press(Qt::Key_Escape);
    CHECK(keys.session.selection().primary() == start.decide);
    CHECK(keys.live() == start.model);

    keys.press(Qt::Key_L, ctrl);
    keys.press(Qt::Key_Left, Qt::AltModifier);
    keys.press(Qt::Key_Return);
    const model::Link* link = keys.link(start.decide, start.check);
    REQUIRE(link);
    CHECK(link->kind == LinkKind::sequence);
    CHECK(keys.session.selection().primary() == start.decide);
    const AnyId id = link->id;
    keys.session.select(id);
    keys.press(Qt::Key_R);
    CHECK(keys.live().find(Id<model::Link>(id))->kind == LinkKind::rework);
    CHECK(keys.undoCount() == 2);
}
