// Text fields in the cells of a table: they offer the words that fit there, and leave undo to the plan.
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

#include <functional>

namespace flowspine::adapters {

class CellDelegate : public QStyledItemDelegate {
  public:
    // `suggestions`: by column; none for free text.
    CellDelegate(std::function<QStringList(int column)> suggestions, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& at) const override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    std::function<QStringList(int)> m_suggestions;
};

} // namespace flowspine::adapters
