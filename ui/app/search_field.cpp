#include "app/search_field.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "panels/kind_words.h"
#include "render/icon.h"
#include "render/look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace flowspine::app {

using adapters::toQt;
using model::AnyId;
using model::Kind;

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;
constexpr int asideRole = Qt::UserRole + 3;
constexpr std::size_t mostHits = 60;
constexpr int rowHeight = 28;
constexpr int visibleRows = 12;
constexpr qsizetype longestLine = 200;
constexpr int insideRank = 3; // after all that is called so

// Icon, words, and what kind of thing it is at the right.
class HitDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override {
        return {option.rect.width(), rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QPalette& palette = option.palette;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected) {
            QColor wash = palette.color(QPalette::Highlight);
            wash.setAlphaF(0.12F);
            painter->fillRect(option.rect, wash);
        }
        const QRect row = option.rect.adjusted(12, 0, -12, 0);
        const QRect iconRect(row.left(), row.center().y() - 7, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
        const QString aside = index.data(asideRole).toString();
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::PlaceholderText));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, aside);
        const int asideWidth = option.fontMetrics.horizontalAdvance(aside);
        const QRect words = row.adjusted(24, 0, -asideWidth - 12, 0);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }
};

struct Hit {
    int rank = 0; // smaller is better
    AnyId id;
    QAction* action = nullptr;
    QString words;
    QString aside;
};

// The part of a text round the first place where `part` stands.
QString excerpt(const QString& text, const QString& part) {
    constexpr qsizetype around = 30;
    const QString line = adapters::oneLine(text);
    const qsizetype at = std::max<qsizetype>(0, line.indexOf(part, 0, Qt::CaseInsensitive));
    const qsizetype first = std::max<qsizetype>(0, at - around);
    QString words = line.mid(first, part.size() + 2 * around).trimmed();
    if (first > 0) words.prepend(u'…');
    if (first + part.size() + 2 * around < line.size()) words += u'…';
    return words;
}

// What stands under the title of an entity with a typed word in it, when all typed words occur in its texts and tags;
// empty when they do not.
QString foundInside(const model::Entity& entity, const QString& title, const QStringList& parts) {
    QStringList missing;
    for (const QString& part : parts)
        if (!title.contains(part, Qt::CaseInsensitive)) missing += part;
    QString found;
    for (const model::FieldDescription& field : model::entityType(entity).fields) {
        if (missing.isEmpty()) break;
        if (field.type != model::FieldType::text && field.type != model::FieldType::texts) continue;
        const model::FieldValue value = field.get(entity);
        QString text;
        if (const auto* one = std::get_if<std::string>(&value)) text = toQt(*one);
        if (const auto* many = std::get_if<std::vector<std::string>>(&value))
            for (const std::string& each : *many) text += toQt(each) + u' ';
        for (qsizetype i = missing.size(); i-- > 0;) {
            if (!text.contains(missing[i], Qt::CaseInsensitive)) continue;
            if (found.isEmpty()) found = excerpt(text, missing[i]);
            missing.removeAt(i);
        }
    }
    return missing.isEmpty() ? found : QString();
}

// How well `words` fit what was typed: 0 begins with it, 1 a word begins with it, 2 all typed words occur; -1 not.
int rankOf(const QString& words, const QString& typed, const QStringList& parts) {
    if (words.startsWith(typed, Qt::CaseInsensitive)) return 0;
    const qsizetype at = words.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at > 0 && !words[at - 1].isLetterOrNumber()) return 1;
    for (const QString& part : parts)
        if (!words.contains(part, Qt::CaseInsensitive)) return -1;
    return 2;
}

QString plainText(const QAction& action) {
    // Without the menu around it: where an action has other words for that, they are its icon text.
    return action.iconText().remove(QStringLiteral("…"));
}

} // namespace

SearchField::SearchField(const session::DocumentSession& session, QWidget* parent)
    : QLineEdit(parent), m_session(session), m_frame(new QFrame(parent->window())), m_list(new QListView(m_frame)) {
    render::setLook(*this, render::Look::quiet);
    setPlaceholderText(tr("Find anything, or type a command"));
    setAccessibleName(tr("Find anything, or type a command"));
    addAction(render::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->hide();
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_found);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("What was found"));
    auto* const layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(m_list);
    connect(this, &QLineEdit::textEdited, this, &SearchField::search);
    connect(m_list, &QListView::clicked, this, &SearchField::take);
}

void SearchField::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down: move(1); return;
    case Qt::Key_Up: move(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(m_list->currentIndex()); return;
    case Qt::Key_Escape: finish(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason) search(text());
}

void SearchField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    m_frame->hide();
}

void SearchField::search(const QString& text) {
    m_found.clear();
    const QString typed = text.trimmed();
    if (typed.isEmpty()) {
        m_frame->hide();
        return;
    }
    const QStringList parts = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<Hit> hits;
    for (const Kind kind : model::allKinds()) {
        if (kind == Kind::placement) continue;
        for (const model::EntityPtr& row : m_session.live().table(kind).rows()) {
            const QString title = toQt(model::titleOf(*row)).left(longestLine);
            const int rank = title.isEmpty() ? -1 : rankOf(title, typed, parts);
            if (rank >= 0) {
                hits.push_back({rank, row->id, nullptr, title, panels::KindWords::name(kind)});
            } else if (const QString inside = foundInside(*row, title, parts); !inside.isEmpty()) {
                const QString name = title.isEmpty() ? toQt(model::shortName(m_session.live(), row->id)) : title;
                hits.push_back({insideRank, row->id, nullptr, tr("%1: %2").arg(name.left(longestLine), inside),
                                panels::KindWords::name(kind)});
            }
        }
    }
    const QList<QAction*> commands = m_commands ? m_commands() : QList<QAction*>();
    for (QAction* action : commands) {
        const QString words = plainText(*action);
        const int rank = action->isEnabled() && !words.isEmpty() ? rankOf(words, typed, parts) : -1;
        if (rank >= 0) hits.push_back({rank, {}, action, words, action->shortcut().toString(QKeySequence::NativeText)});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.rank < b.rank; });
    if (hits.size() > mostHits) hits.resize(mostHits);

    for (const Hit& hit : hits) {
        auto* const item = new QStandardItem(hit.words);
        item->setData(hit.aside, asideRole);
        if (hit.action != nullptr) {
            item->setData(QVariant::fromValue(QPointer<QObject>(hit.action).data()), actionRole);
            item->setIcon(hit.action->icon());
        } else {
            item->setData(toQt(hit.id.text()), idRole);
            item->setIcon(render::icon(panels::iconNameOf(*model::kindOf(hit.id))));
        }
        m_found.appendRow(item);
    }
    if (hits.empty()) {
        auto* const none = new QStandardItem(tr("Nothing is called that"));
        none->setFlags(Qt::NoItemFlags);
        m_found.appendRow(none);
    } else {
        m_list->setCurrentIndex(m_found.index(0, 0));
    }
    placeList();
}

void SearchField::placeList() {
    const QPoint below = mapTo(window(), QPoint(0, height() + 4));
    const int rows = std::min(m_found.rowCount(), visibleRows);
    m_frame->setGeometry(below.x(), below.y(), width(), rows * rowHeight + 10);
    m_frame->show();
    m_frame->raise();
}

void SearchField::move(int by) {
    const int rows = m_found.rowCount();
    if (!m_frame->isVisible() || rows == 0) return;
    const int row = (m_list->currentIndex().row() + by + rows) % rows;
    m_list->setCurrentIndex(m_found.index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void SearchField::take(const QModelIndex& index) {
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled)) return;
    const AnyId id(adapters::fromQt(index.data(idRole).toString()));
    const QPointer<QAction> action = qobject_cast<QAction*>(index.data(actionRole).value<QObject*>());
    finish();
    if (id)
        emit chosen(id);
    else if (action != nullptr)
        action->trigger();
}

void SearchField::finish() {
    clear();
    m_found.clear();
    m_frame->hide();
    clearFocus();
}

} // namespace flowspine::app
