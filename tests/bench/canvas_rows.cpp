#include "bench/canvas_rows.h"

#include "base/clock.h"
#include "base/id_generator.h"
#include "bench/bench_plan.h"
#include "bench/canvas_floor.h"
#include "bench/frames.h"
#include "edit/entity_edit.h"
#include "editors/flows/flows_editor.h"
#include "render/theme.h"
#include "session/document_session.h"
#include "view/flow_picture.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>
#include <iostream>

namespace flowspine::bench {

namespace {

constexpr QSize screen(1920, 1080);
const std::string floorName = "one item a node with level of detail, a path a link";

void pan(QGraphicsView& view, int& step) {
    // To and fro, so that it never ends at an edge.
    const int by = step++ % 20 < 10 ? 40 : -40;
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + by);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + by / 4);
}

void lookAtTheMiddle(QGraphicsView& view) {
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum() / 2);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    settle();
}

// What one frame of each kind costs.
struct Frames {
    double pan = 0;      // as people see it
    double panWhole = 0; // when nothing of the frame before can be kept
    double fit = 0;
};

Frames measureFrames(QGraphicsView& view) {
    Frames frames;
    view.setTransform({});
    lookAtTheMiddle(view);
    int step = 0;
    frames.pan = median(41, [&] {
        pan(view, step);
        paintWaiting();
    });
    frames.panWhole = median(21, [&] {
        pan(view, step);
        view.viewport()->repaint();
    });
    const QRectF all = view.sceneRect();
    const double scale = std::min({1.0, screen.width() / all.width(), screen.height() / all.height()});
    const auto zoom = [&](double to) { view.setTransform(QTransform::fromScale(to, to)); };
    zoom(scale);
    settle();
    frames.fit = median(
        9,
        [&] {
            zoom(scale);
            view.viewport()->repaint();
        },
        [&] {
            zoom(1);
            paintWaiting();
        });
    view.setTransform({});
    lookAtTheMiddle(view);
    return frames;
}

class CanvasRows {
  public:
    CanvasRows(BenchTable& table, std::size_t steps) : m_table(table), m_steps(steps), m_model(flowPlan(steps)) {
        m_size = std::to_string(steps) + " steps";
        const auto variant = model::Id<model::Variant>(m_model.table(model::Kind::variant).rows().front()->id);
        const model::ModelIndex index(m_model);
        view::FlowPictureOptions options;
        options.minimumWidth = screen.width();
        m_projection = median(steps > 5'000 ? 1 : 3,
                              [&] { m_picture = view::flowPicture(m_model, index, variant, options, m_measure); });
    }

    void addAll() {
        const bool isLarge = m_steps > 5'000;
        measureFloor();
        std::cerr << '.' << std::flush;

        session::DocumentSession session(base::makeRandomIdGenerator(), std::make_unique<base::SystemClock>());
        session.open(m_model);
        std::unique_ptr<editors::FlowsEditor> editor;
        const double open = median(
            isLarge ? 2 : 5,
            [&] {
                editor = std::make_unique<editors::FlowsEditor>(session, m_theme);
                editor->resize(screen);
                editor->show();
                paintWaiting();
            },
            [&] { editor.reset(); });
        std::cerr << '.' << std::flush;
        const auto bar = [isLarge](double small, double large) { return isLarge ? large : small; };
        add("canvas: open, layout too", open, m_floorOpen, {});
        add("canvas: layout and shapes alone", m_projection, {}, {});
        add("canvas: open, places known", open - m_projection, m_floorOpen, bar(150, 1'000));

        editor->resize(screen + (screen - editor->pictureView().viewport()->size()));
        settle();
        const Frames frames = measureFrames(editor->pictureView());
        add("canvas: pan frame at 100 %", frames.pan, m_floorFrames.pan, bar(8, 16.7));
        add("canvas: pan frame, all painted anew", frames.panWhole, m_floorFrames.panWhole, bar(8, 16.7));
        add("canvas: zoom-to-fit frame", frames.fit, m_floorFrames.fit, bar(16.7, 100));

        const model::AnyId step = stepInTheMiddle();
        editor->reveal(step);
        settle();
        int turn = 0;
        const auto rename = [&] {
            const std::string name = "Another name " + std::to_string(++turn);
            static_cast<void>(session.commit(QStringLiteral("Rename"), [&](const model::Model& model) {
                return edit::setField(model, step, "name", name);
            }));
            paintWaiting();
        };
        rename();
        const int runs = isLarge ? 7 : 15;
        add("canvas: rename a step", median(runs, rename), m_floorEdit, bar(5, 16.7));
        const auto undo = [&] {
            session.undo();
            paintWaiting();
        };
        add("canvas: undo of it", median(runs - 2, undo), m_floorEdit, bar(5, 16.7));
        std::cerr << '.' << std::flush;
    }

  private:
    void measureFloor() {
        std::unique_ptr<CanvasFloor> floor;
        m_floorOpen = median(
            5,
            [&] {
                floor = std::make_unique<CanvasFloor>(m_picture, m_model);
                floor->view().resize(screen);
                floor->view().show();
                paintWaiting();
            },
            [&] { floor.reset(); });
        floor->view().resize(screen + (screen - floor->view().viewport()->size()));
        settle();
        m_floorFrames = measureFrames(floor->view());
        const model::AnyId step = stepInTheMiddle();
        for (const view::HitArea& area : m_picture.areas)
            if (area.id == step && area.role == "step") floor->view().centerOn(area.rect.x, area.rect.y);
        settle();
        int turn = 0;
        m_floorEdit = median(15, [&] {
            floor->rename(step, QStringLiteral("Another name %1").arg(++turn));
            paintWaiting();
        });
    }

    [[nodiscard]] model::AnyId stepInTheMiddle() const {
        const auto& rows = m_model.table(model::Kind::step).rows();
        return rows[rows.size() / 2]->id;
    }

    void add(const std::string& task, double time, std::optional<double> floor, std::optional<double> most) {
        BenchRow row;
        row.task = task;
        row.size = m_size;
        row.milliseconds = time;
        row.floor = floor;
        row.mostTotal = most;
        if (floor) row.floorName = floorName;
        m_table.add(std::move(row));
    }

    BenchTable& m_table;
    std::size_t m_steps;
    std::string m_size;
    model::Model m_model;
    render::Theme m_theme{render::ThemeKind::light};
    render::QtTextMeasure m_measure;
    view::Picture m_picture;
    double m_projection = 0;
    double m_floorOpen = 0;
    Frames m_floorFrames;
    double m_floorEdit = 0;
};

} // namespace

void addCanvasRows(BenchTable& table) {
    withApplication([&] {
        for (const std::size_t steps : {std::size_t{1'000}, std::size_t{10'000}}) CanvasRows(table, steps).addAll();
    });
    std::cerr << '\n';
}

} // namespace flowspine::bench
