// The flows of the plan at the left of the canvas, the line that adds more, what the shown one is about, and what the
// marks on the canvas mean. Where there is no room beside the canvas it pops up below a button.
#pragma once

#include "adapters/row_model.h"
#include "adapters/surface.h"
#include "model/model.h"
#include "render/theme.h"

#include <QLineEdit>
#include <QListView>

class QLabel;

namespace flowspine::editors {

class PictureBand;

struct FlowRow {
    model::AnyId id;
    std::string name;
    QString note; // "2 variants · 30 / week"
    friend bool operator==(const FlowRow&, const FlowRow&) = default;
};

class FlowList final : public adapters::Surface {
    Q_OBJECT

  public:
    FlowList(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    void show(const model::Model& model, const model::AnyId& current);
    using QWidget::show;
    // The legend has the marks of a comparison.
    void setComparing(bool isComparing);
    // As a window of its own, shown by popUp() and gone with a click elsewhere.
    void setPopup(bool isPopup);
    [[nodiscard]] bool isPopup() const { return m_isPopup; }
    void popUp(const QPoint& at);
    void startTyping();
    // Names the flow in its row.
    void rename(const model::AnyId& flow);
    [[nodiscard]] QListView& list() { return *m_view; }
    [[nodiscard]] QLineEdit& line() { return *m_line; }
    [[nodiscard]] PictureBand& about() { return *m_about; }
    [[nodiscard]] PictureBand& legend() { return *m_legend; }

  signals:
    void chosen(const flowspine::model::AnyId& flow);
    void renamed(const flowspine::model::AnyId& flow, const QString& name);
    void added(const QStringList& names);
    void removeAsked(const flowspine::model::AnyId& flow);
    void duplicateAsked(const flowspine::model::AnyId& flow);
    // Up (-1) or down (1) by one place.
    void moveAsked(const flowspine::model::AnyId& flow, int by);
    // Something that the flow names was clicked.
    void factChosen(const flowspine::model::AnyId& id);
    // A list that popped up has to be shown where its button is.
    void popUpAsked();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    bool listKey(QKeyEvent& event);
    void takeLine();
    void popUpMenu(const QPoint& at);
    // The legend goes first where the height is small.
    void settleHeights();

    adapters::RowModel<FlowRow>* m_rows;
    QListView* m_view;
    QLineEdit* m_line;
    QLabel* m_count;
    PictureBand* m_about;
    PictureBand* m_legend;
    bool m_isPopup = false;
    bool m_isShowing = false;
};

} // namespace flowspine::editors
