// The variants of a flow as tabs: how it is, and how it could be, each with its figures below its name. Double-click
// renames, dragging orders.
#pragma once

#include "editors/flows/figure_words.h"
#include "model/model.h"
#include "render/theme.h"

#include <QTabBar>

#include <unordered_map>

class QLineEdit;

namespace flowspine::editors {

class VariantTabs final : public QTabBar {
    Q_OBJECT

  public:
    VariantTabs(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);

    // The variants of `flow`; none for the empty id.
    void show(const model::Model& model, const model::Id<model::Flow>& flow, const model::AnyId& shown);
    using QTabBar::show;
    // What stands below the names, after show().
    void showFigures(const FlowFigures& figures);
    [[nodiscard]] std::vector<TabPart> figuresAt(int tab) const;
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
    [[nodiscard]] QSize tabSizeHint(int tab) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int tab) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void takeName(bool isWanted);
    void paintTab(QPainter& painter, int tab) const;
    [[nodiscard]] QString tagAt(int tab) const;

    const render::Theme* m_theme;
    std::vector<model::AnyId> m_variants; // in the plan's order
    std::unordered_map<model::AnyId, QString> m_names;
    std::unordered_map<model::AnyId, QString> m_tags;
    std::unordered_map<model::AnyId, std::vector<TabPart>> m_parts;
    model::AnyId m_current;
    QLineEdit* m_name;
    model::AnyId m_renaming;
    bool m_isShowing = false;
};

} // namespace flowspine::editors
