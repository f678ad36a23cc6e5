#include "adapters/cell_delegate.h"

#include "render/look.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace flowspine::adapters {

CellDelegate::CellDelegate(std::function<QStringList(int)> suggestions, QObject* parent)
    : QStyledItemDelegate(parent), m_suggestions(std::move(suggestions)) {}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& at) const {
    auto* line = new QLineEdit(parent);
    render::setLook(*line, render::Look::cell);
    const QStringList words = m_suggestions(at.column());
    if (words.isEmpty()) return line;
    auto* completer = new QCompleter(words, line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    line->setCompleter(completer);
    return line;
}

bool CellDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace flowspine::adapters
