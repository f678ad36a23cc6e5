// Shows the plan's health round the editors whenever it changes: badges on the rail, marks on the pictures, the title
// of the findings' tab and the scores in the status line.
#pragma once

#include "app/dock_bar.h"
#include "app/editor_shelf.h"
#include "app/rail.h"
#include "app/status_line.h"
#include "panels/plan_health.h"

namespace flowspine::app {

class HealthDisplay final : public QObject {
    Q_OBJECT

  public:
    struct Places {
        Rail& rail;
        DockBar& dock;
        int tab = 0; // of the findings
        StatusLine& status;
        const EditorShelf& editors;
    };
    HealthDisplay(const panels::PlanHealth& health, Places places, QObject* parent);

    // The editor that shows an area; the rail has them in this order.
    [[nodiscard]] static int editorOf(analysis::Area area) { return static_cast<int>(area); }

  private:
    void show();
    [[nodiscard]] adapters::SharedMarks marks() const;
    [[nodiscard]] QString tipOf(const model::AnyId& id) const;

    const panels::PlanHealth& m_health;
    Places m_places;
};

} // namespace flowspine::app
