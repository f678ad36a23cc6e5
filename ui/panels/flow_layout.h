// Lays widgets out like words: from left to right, then on the next line.
#pragma once

#include <QLayout>

#include <vector>

namespace flowspine::panels {

class FlowLayout final : public QLayout {
  public:
    explicit FlowLayout(QWidget* parent, int spacing = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect& rect) override;

  private:
    // Places the items when `isForReal`; returns the height in any case.
    int arrange(const QRect& rect, bool isForReal) const;

    std::vector<QLayoutItem*> m_items;
};

} // namespace flowspine::panels
