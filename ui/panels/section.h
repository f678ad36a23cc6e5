// A part of the inspector under a heading that folds it away. Content that costs something is made when it is unfolded.
#pragma once

#include "adapters/surface.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace flowspine::panels {

class Section final : public adapters::Surface {
    Q_OBJECT

  public:
    // Without a heading it does not fold.
    Section(const QString& heading, QWidget* parent);

    void setHeading(const QString& heading);
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const { return m_isUnfolded; }
    // Children of this widget go into content().
    [[nodiscard]] QVBoxLayout& content() const { return *m_content; }
    [[nodiscard]] QWidget* contentWidget() const { return m_body; }

  signals:
    void unfolded(bool isUnfolded);

  private:
    QToolButton* m_head = nullptr;
    QWidget* m_body;
    QVBoxLayout* m_content;
    bool m_isUnfolded = true;
};

} // namespace flowspine::panels
