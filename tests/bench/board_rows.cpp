#include "bench/board_rows.h"

#include "base/clock.h"
#include "bench/board_plan.h"
#include "bench/frames.h"
#include "edit/entity_edit.h"
#include "editors/outcomes/outcomes_editor.h"
#include "editors/overview/overview_editor.h"
#include "editors/spine/decisions_editor.h"
#include "editors/spine/spine_matrix_editor.h"
#include "render/theme.h"
#include "session/document_session.h"

#include <QApplication>
#include <QMouseEvent>

#include <iostream>

namespace flowspine::bench {

namespace {

constexpr QSize screen(1920, 1080);
constexpr double openWithin = 500;
constexpr double frameWithin = 16.7;

void addRow(BenchTable& table, std::string task, std::string size, double time, std::optional<double> most) {
    BenchRow row;
    row.task = std::move(task);
    row.size = std::move(size);
    row.milliseconds = time;
    row.mostTotal = most;
    table.add(std::move(row));
    std::cerr << '.' << std::flush;
}

// An editor in a session with a plan of its own.
template <class Editor>
struct OnScreen {
    explicit OnScreen(const model::Model& model) { session.open(model); }

    void open() {
        editor.reset();
        editor = std::make_unique<Editor>(session, theme);
        editor->resize(screen);
        editor->show();
        paintWaiting();
    }
    void setField(const model::AnyId& id, const char* field, const model::FieldValue& value) {
        const auto edit = [&](const model::Model& model) { return edit::setField(model, id, field, value); };
        static_cast<void>(session.commit(QStringLiteral("Edit"), edit));
        paintWaiting();
    }

    render::Theme theme{render::ThemeKind::light};
    session::DocumentSession session{base::makeRandomIdGenerator(), std::make_unique<base::SystemClock>()};
    std::unique_ptr<Editor> editor;
};

model::AnyId middleOf(const model::Model& model, model::Kind kind) {
    const auto& rows = model.table(kind).rows();
    return rows[rows.size() / 2]->id;
}

void addOutcomeRows(BenchTable& table, std::size_t outcomes, std::size_t constraints) {
    const std::string size = std::to_string(outcomes) + " outcomes, " + std::to_string(constraints) + " constraints";
    OnScreen<editors::OutcomesEditor> board(boardPlan(outcomes, constraints));
    addRow(table, "outcomes: open", size, median(3, [&] { board.open(); }), openWithin);
    int turn = 0;
    const auto rename = [&](model::Kind kind) {
        const model::AnyId id = middleOf(board.session.live(), kind);
        board.editor->reveal(id);
        settle();
        return median(
            9, [&] { board.setField(id, "title", model::FieldValue("Another name " + std::to_string(++turn))); });
    };
    addRow(table, "outcomes: rename an outcome", size, rename(model::Kind::outcome), frameWithin);
    if (constraints > 0)
        addRow(table, "outcomes: rename a constraint", size, rename(model::Kind::constraint), frameWithin);
    // Cards that come move others: the whole board is laid out anew.
    const double add = median(9, [&] {
        static_cast<void>(board.session.commit(QStringLiteral("Add"), [&](const model::Model& model) {
            base::Result<edit::Added> added =
                edit::addNew(model, model.plan().id, model::Kind::outcome, "Another one", board.session.ids());
            return added ? base::Result<model::Model>(added->model) : base::Result<model::Model>(added.error());
        }));
        paintWaiting();
    });
    addRow(table, "outcomes: add an outcome", size, add, frameWithin);
    const auto& rows = board.session.live().table(model::Kind::outcome).rows();
    const double select = median(9, [&] {
        board.session.select(rows[static_cast<std::size_t>(++turn) % rows.size()]->id);
        paintWaiting();
    });
    addRow(table, "outcomes: select another", size, select, {});
}

void addSpineRows(BenchTable& table) {
    const std::string size = "300 spine items";
    OnScreen<editors::SpineMatrixEditor> matrix(spinePlan(300, 0));
    addRow(table, "spine: open", size, median(3, [&] { matrix.open(); }), openWithin);
    const auto& items = matrix.session.live().plan().spine;
    int turn = 0;
    const model::AnyId shown = items[7];
    const double rename = median(
        9, [&] { matrix.setField(shown, "title", model::FieldValue("Another name " + std::to_string(++turn))); });
    addRow(table, "spine: rename an item", size, rename, frameWithin);
    const double select = median(9, [&] {
        matrix.session.select(items[static_cast<std::size_t>(++turn) % items.size()]);
        paintWaiting();
    });
    addRow(table, "spine: select another", size, select, frameWithin);

    const std::string rights = "300 decision rights";
    OnScreen<editors::DecisionsEditor> grid(spinePlan(12, 300));
    addRow(table, "decision rights: open", rights, median(3, [&] { grid.open(); }), openWithin);
    const model::AnyId right = grid.session.live().plan().decisionRights[3];
    const double letter =
        median(9, [&] { grid.setField(right, "decisionDays", model::FieldValue(static_cast<double>(++turn % 30))); });
    addRow(table, "decision rights: change a time", rights, letter, frameWithin);
}

void addOverviewRows(BenchTable& table) {
    OnScreen<editors::OverviewEditor> board(sightPlan(120));
    const double open = median(3, [&] { board.open(); });
    const std::string size = std::to_string(board.editor->shown().sight.ties.size()) + " threads";
    addRow(table, "overview: open", size, open, openWithin);
    std::vector<view::Point> cards;
    for (const view::HitArea& area : board.editor->pictureView().picture().areas)
        if (area.role == "sight" && area.rect.y < 900) cards.push_back(area.rect.center());
    QWidget* port = board.editor->pictureView().viewport();
    std::size_t turn = 0;
    const double hover = median(41, [&] {
        const view::Point& card = cards[turn++ * 7 % cards.size()];
        const QPointF at = board.editor->pictureView().mapFromScene(QPointF(card.x, card.y));
        QMouseEvent event(QEvent::MouseMove, at, port->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(port, &event);
        paintWaiting();
    });
    addRow(table, "overview: follow another thread", size, hover, frameWithin);
}

} // namespace

void addBoardRows(BenchTable& table) {
    withApplication([&] {
        addOutcomeRows(table, 300, 0);
        addOutcomeRows(table, 10, 1'000);
        addOutcomeRows(table, 300, 1'000);
        addSpineRows(table);
        addOverviewRows(table);
    });
    std::cerr << '\n';
}

} // namespace flowspine::bench
