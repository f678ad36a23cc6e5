// The variants of a flow as tabs: how it is, and how it could be. Double-click renames, dragging orders.
#pragma once

#include "model/model.h"

#include <QTabBar>

#include <unordered_map>

class QLineEdit;

namespace flowspine::editors {

class VariantTabs final : public QTabBar {
    Q_OBJECT

  public:
    explicit VariantTabs(QWidget* parent);

    // The variants of `flow`; none for the empty id.
    void show(const model::Model& model, const model::Id<model::Flow>& flow, const model::AnyId& shown);
    using QTabBar::show;
    // Opens the text field over the variant's tab.
    void rename(const model::AnyId& variant);
    [[nodiscard]] QLineEdit& nameField() { return *m_name; }
    [[nodiscard]] model::AnyId variantAt(int tab) const;

  signals:
    void chosen(const flowspine::model::AnyId& variant);
    void renamed(const flowspine::model::AnyId& variant, const QString& name);
    void placed(const flowspine::model::AnyId& variant, int place);
    void duplicateAsked(const flowspine::model::AnyId& variant);
    void makeCurrentAsked(const flowspine::model::AnyId& variant);
    void removeAsked(const flowspine::model::AnyId& variant);

  protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void takeName(bool isWanted);

    std::vector<model::AnyId> m_variants; // in the plan's order
    std::unordered_map<model::AnyId, QString> m_names;
    model::AnyId m_current;
    QLineEdit* m_name;
    model::AnyId m_renaming;
    bool m_isShowing = false;
};

} // namespace flowspine::editors
