// What is selected, field by field; the plan itself when nothing is.
#pragma once

#include "adapters/surface.h"
#include "panels/elided_label.h"
#include "panels/entity_form.h"
#include "panels/finding_section.h"
#include "panels/fixed_band.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <map>

namespace flowspine::panels {

class Inspector final : public adapters::Surface {
    Q_OBJECT

  public:
    // `afterPaint` keeps it empty until it was painted once, or is asked for a widget: a window is seen sooner then.
    enum class Filling { atOnce, afterPaint };
    Inspector(session::DocumentSession& session, PlanHealth& health, QWidget* parent = nullptr,
              Filling filling = Filling::atOnce);

    // Puts the caret into the title, or into the first field where there is none.
    void editTitle();
    // nullptr while entities of several kinds are selected.
    [[nodiscard]] EntityForm* form();
    [[nodiscard]] FieldWidget* titleWidget();
    [[nodiscard]] FindingSection& findingSection() const { return *m_findings; }
    // Scrolls there, and to the findings about what is selected.
    void revealField(std::string_view field);
    void revealFindings();
    [[nodiscard]] const FixedBand& fixedBand() const { return *m_fixed; }

  signals:
    void goTo(const flowspine::model::AnyId& id);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Page {
        EntityForm* form = nullptr;
        FieldWidget* title = nullptr; // nullptr where the title is a field of the form
    };

    void fill();
    Page& pageFor(model::Kind kind);
    void followSelection();
    void followPlan();
    void showHead(model::Kind kind, const std::vector<model::AnyId>& ids);
    void openAdded(const model::AnyId& id);
    void markFields();

    session::DocumentSession& m_session;
    PlanHealth& m_health;
    QLabel* m_icon;
    QLabel* m_kind;
    QPushButton* m_owner;
    QToolButton* m_found; // how many findings there are further down
    QStackedWidget* m_titles;
    ElidedLabel* m_plainTitle;
    FixedBand* m_fixed;
    QScrollArea* m_scroll;
    QStackedWidget* m_forms;
    FindingSection* m_findings;
    QWidget* m_severalKinds;
    std::map<model::Kind, Page> m_pages;
    EntityForm* m_form = nullptr;
    FieldWidget* m_title = nullptr;
    model::AnyId m_ownerId;
    bool m_isWaiting;
};

} // namespace flowspine::panels
