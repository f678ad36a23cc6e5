// The flows of the plan at the left of the canvas, and the line that adds more.
#pragma once

#include "adapters/row_model.h"
#include "model/model.h"

#include <QLineEdit>
#include <QListView>
#include <QWidget>

namespace flowspine::editors {

struct FlowRow {
    model::AnyId id;
    std::string name;
    friend bool operator==(const FlowRow&, const FlowRow&) = default;
};

class FlowList final : public QWidget {
    Q_OBJECT

  public:
    explicit FlowList(QWidget* parent);

    void show(const model::Model& model, const model::AnyId& current);
    using QWidget::show;
    void startTyping();
    // Names the flow in its row.
    void rename(const model::AnyId& flow);
    [[nodiscard]] QListView& list() { return *m_view; }
    [[nodiscard]] QLineEdit& line() { return *m_line; }

  signals:
    void chosen(const flowspine::model::AnyId& flow);
    void renamed(const flowspine::model::AnyId& flow, const QString& name);
    void added(const QStringList& names);
    void removeAsked(const flowspine::model::AnyId& flow);
    void duplicateAsked(const flowspine::model::AnyId& flow);
    // Up (-1) or down (1) by one place.
    void moveAsked(const flowspine::model::AnyId& flow, int by);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool listKey(QKeyEvent& event);
    void takeLine();
    void popUpMenu(const QPoint& at);

    adapters::RowModel<FlowRow>* m_rows;
    QListView* m_view;
    QLineEdit* m_line;
    bool m_isShowing = false;
};

} // namespace flowspine::editors
