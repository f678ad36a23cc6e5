// The head of the flow's table: the plan's name of each column, and while rows are pasted, below it, what the pasted
// table calls it. A click then asks for another of its columns.
#pragma once

#include "render/theme.h"

#include <QHeaderView>

namespace flowspine::editors {

class FlowTableHeader final : public QHeaderView {
    Q_OBJECT

  public:
    FlowTableHeader(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    // By column of the table; empty for one that is not pasted. No list at all: nothing is pasted.
    void setPasted(QStringList headings);
    [[nodiscard]] const QStringList& pasted() const { return m_pasted; }

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

  private:
    const render::Theme* m_theme;
    QStringList m_pasted;
};

} // namespace flowspine::editors
