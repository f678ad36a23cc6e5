// Draws a row of the list of findings with its two buttons, and takes their clicks: the list may be thousands of rows
// long, too many for widgets.
#pragma once

#include "panels/finding_rows.h"

#include <QStyledItemDelegate>

#include <functional>

namespace flowspine::panels {

class FindingDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    struct Words {
        std::function<const FindingRow&(const QModelIndex&)> row;
        std::function<QString(const analysis::Finding&)> place;     // the name of what it is about
        std::function<QString(const FindingRow&)> fix;              // what the first button does; empty: there is none
        std::function<QString(const analysis::Finding&)> exception; // why and until when it is accepted
        std::function<QString(analysis::Area)> explanation;         // under a heading; may be empty
    };
    FindingDelegate(Words words, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    // Where the buttons of a row of this size are; empty where there is none.
    struct Buttons {
        QRect fix;    // or ends the exception
        QRect accept; // of what is open
    };
    [[nodiscard]] Buttons buttonsOf(const QRect& row, const QModelIndex& index) const;

  signals:
    void fixAsked(const QModelIndex& index);
    void acceptAsked(const QModelIndex& index);
    void endAsked(const QModelIndex& index);

  private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const FindingRow& row) const;
    void paintFinding(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                      const analysis::Finding& finding) const;
    [[nodiscard]] QString fixWords(const FindingRow& row) const;

    Words m_words;
};

} // namespace flowspine::panels
