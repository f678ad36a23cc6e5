#include "editors/flows/flow_list.h"

#include "editors/flows/picture_band.h"
#include "render/icon.h"
#include "render/look.h"
#include "view/flow_about.h"
#include "view/time_text.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::RowColumn;
using adapters::RowModel;
using adapters::toQt;
using model::AnyId;

namespace {

constexpr int listWidth = 160;
constexpr int popupWidth = 240;
constexpr int headHeight = 56;
constexpr int inset = 12;
constexpr int nameLine = 17;
constexpr int noteLine = 15;
constexpr int padding = 7;
constexpr int mostNameLines = 3;
constexpr int noteRole = Qt::UserRole + 1;
const view::TextStyle nameStyle{13, 600};
const view::TextStyle noteStyle{11, 400};

// Name and note of a flow, the shown one with the edge of the accent.
class FlowRowDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& at) const override {
        const auto* view = qobject_cast<const QListView*>(option.widget);
        const int width = view ? view->viewport()->width() : listWidth;
        const auto lines = linesOf(at.data().toString(), width - 2 * inset);
        return {width, 2 * padding + nameLine * static_cast<int>(lines.size()) + noteLine};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& at) const override {
        const bool isShown = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        QColor ground = palette.color(isShown ? QPalette::Highlight : QPalette::Text);
        ground.setAlphaF(isShown ? 0.1F : option.state.testFlag(QStyle::State_MouseOver) ? 0.05F : 0.0F);
        painter->fillRect(option.rect, ground);
        if (isShown)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              palette.color(QPalette::Highlight));
        int y = option.rect.y() + padding;
        const int x = option.rect.x() + inset;
        const int width = option.rect.width() - 2 * inset;
        const auto say = [&](const QString& words, const view::TextStyle& style, int height, QPalette::ColorRole ink) {
            painter->setFont(render::fontFor(style));
            painter->setPen(palette.color(QPalette::Active, ink));
            painter->drawText(QRect(x, y, width, height), Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(words, Qt::ElideRight, width));
            y += height;
        };
        for (const QString& line : linesOf(at.data().toString(), width)) say(line, nameStyle, nameLine, QPalette::Text);
        say(at.data(noteRole).toString(), noteStyle, noteLine, QPalette::PlaceholderText);
    }

  private:
    // The last line has all the rest: it is elided where it is drawn.
    [[nodiscard]] static QStringList linesOf(const QString& words, int width) {
        QTextLayout layout(words, render::fontFor(nameStyle));
        QStringList lines;
        layout.beginLayout();
        for (;;) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) break;
            line.setLineWidth(width);
            if (lines.size() == mostNameLines - 1) {
                lines += words.mid(line.textStart());
                break;
            }
            lines += words.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        return lines.isEmpty() ? QStringList{QString()} : lines;
    }
};

QString noteOf(const model::Flow& flow) {
    const std::size_t count = flow.variants.size();
    QString note = count == 1 ? FlowList::tr("1 variant") : FlowList::tr("%1 variants").arg(count);
    if (flow.demandPerWeek)
        note += QStringLiteral(" · ") + FlowList::tr("%1 / week").arg(toQt(view::shortNumber(*flow.demandPerWeek)));
    return note;
}

} // namespace

FlowList::FlowList(const render::Theme& theme, QWidget* parent)
    : Surface(QPalette::Base, Qt::RightEdge, parent),
      m_rows(new RowModel<FlowRow>(
          {{tr("Flow"), [](const FlowRow& row) { return adapters::oneLine(toQt(row.name)); },
            [this](const FlowRow& row, const QString& typed) {
                const QString name = adapters::oneLine(typed);
                if (name.isEmpty()) return false;
                emit renamed(row.id, name);
                return true;
            },
            Qt::AlignLeft | Qt::AlignVCenter,
            [](const FlowRow& row, int role) { return role == noteRole ? QVariant(row.note) : QVariant(); }}},
          this)),
      m_view(new QListView(this)), m_line(new QLineEdit(this)), m_count(adapters::plainLabel({}, this)),
      m_about(new PictureBand(theme, this)), m_legend(new PictureBand(theme, this)) {
    setFixedWidth(listWidth);
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new FlowRowDelegate(m_view));
    m_view->setWordWrap(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Flows"));
    m_view->installEventFilter(this);
    m_line->setPlaceholderText(tr("Type a flow, Enter"));
    m_line->setAccessibleName(tr("New flow"));
    m_line->installEventFilter(this);
    m_about->setAccessibleName(tr("About this flow"));
    m_legend->setAccessibleName(tr("Marks on the canvas"));

    auto* title = adapters::plainLabel(tr("Flows"), this);
    title->setFont(render::fontFor(nameStyle));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* add = new QToolButton(this);
    render::setLook(*add, render::Look::symbol);
    add->setIcon(render::icon(QStringLiteral("add")));
    add->setToolTip(tr("Add a flow"));
    add->setAccessibleName(add->toolTip());
    add->setFocusPolicy(Qt::TabFocus);
    connect(add, &QToolButton::clicked, this, &FlowList::startTyping);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(inset, 0, 6, 0);
    head->setSpacing(4);
    head->addWidget(title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(add);
    auto* headBox = new adapters::Surface(QPalette::Base, Qt::BottomEdge, this);
    headBox->setFixedHeight(headHeight);
    headBox->setLayout(head);

    auto* typing = new QHBoxLayout;
    typing->setContentsMargins(8, 8, 8, 12);
    typing->addWidget(m_line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(headBox);
    layout->addWidget(m_view);
    layout->addLayout(typing);
    layout->addWidget(m_about);
    layout->addStretch(1);
    layout->addWidget(m_legend);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& at) {
        if (!m_isShowing && at.isValid()) emit chosen(m_rows->idAt(at));
    });
    connect(m_view, &QListView::activated, this, [this] {
        if (m_isPopup) hide();
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &FlowList::popUpMenu);
    connect(m_line, &QLineEdit::returnPressed, this, &FlowList::takeLine);
    connect(m_about, &PictureBand::pressed, this, [this](const view::HitArea& area) {
        if (area.id) emit factChosen(area.id);
    });
    setComparing(false);
}

void FlowList::setTheme(const render::Theme& theme) {
    m_about->setTheme(theme);
    m_legend->setTheme(theme);
}

void FlowList::setComparing(bool isComparing) {
    m_legend->show(view::flowLegend(isComparing, listWidth - 1, render::QtTextMeasure()));
    m_legend->setFixedHeight(m_legend->sizeHint().height());
    settleHeights();
}

void FlowList::setPopup(bool isPopup) {
    if (std::exchange(m_isPopup, isPopup) == isPopup) return;
    QWidget* owner = parentWidget();
    setParent(owner, isPopup ? Qt::Popup : Qt::Widget);
    setFixedWidth(isPopup ? popupWidth : listWidth);
    m_about->setVisible(!isPopup);
    setVisible(!isPopup);
    settleHeights();
}

void FlowList::popUp(const QPoint& at) {
    settleHeights();
    adjustSize();
    move(at);
    QWidget::show();
    m_view->setFocus(Qt::PopupFocusReason);
}

void FlowList::settleHeights() {
    int rows = 0;
    for (int row = 0; row < m_rows->rowCount(); ++row) rows += m_view->sizeHintForRow(row);
    const int most = m_isPopup ? 320 : std::max(120, height() / 3);
    m_view->setFixedHeight(std::min(rows, most));
    const int above = headHeight + m_view->height() + m_line->sizeHint().height() + 20 + m_about->height();
    m_legend->setVisible(!m_isPopup && height() - above >= m_legend->height());
}

void FlowList::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    settleHeights();
}

void FlowList::show(const model::Model& model, const AnyId& current) {
    m_isShowing = true;
    std::vector<FlowRow> rows;
    model.forEach(model.plan().flows, [&](const model::Flow& flow) {
        rows.push_back({flow.id, flow.name, noteOf(flow)});
    });
    m_count->setText(QString::number(rows.size()));
    m_rows->setRows(std::move(rows));
    const QModelIndex at = m_rows->indexOf(current);
    if (at != m_view->currentIndex()) m_view->setCurrentIndex(at);
    m_isShowing = false;
    m_about->show(view::flowAbout(model, model::Id<model::Flow>(current), listWidth - 1, render::QtTextMeasure()));
    m_about->setFixedHeight(m_about->sizeHint().height());
    settleHeights();
}

void FlowList::startTyping() {
    if (m_isPopup && !isVisible()) emit popUpAsked();
    m_line->setFocus(Qt::OtherFocusReason);
}

void FlowList::rename(const AnyId& flow) {
    const QModelIndex at = m_rows->indexOf(flow);
    if (at.isValid()) m_view->edit(at);
}

void FlowList::takeLine() {
    const QString name = adapters::oneLine(m_line->text());
    m_line->clear();
    if (!name.isEmpty()) emit added({name});
}

bool FlowList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && watched == m_line) {
        auto* key = static_cast<QKeyEvent*>(event);
        // Undo is the plan's, also while a line is typed.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_view) return listKey(*key);
    if (key->key() == Qt::Key_Escape) {
        m_line->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key->matches(QKeySequence::Paste)) {
        const QStringList lines = adapters::pastedLines(QGuiApplication::clipboard()->text());
        if (lines.size() > 1) {
            emit added(lines);
            return true;
        }
    }
    return false;
}

bool FlowList::listKey(QKeyEvent& event) {
    const AnyId flow = m_rows->idAt(m_view->currentIndex());
    if (!flow) return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Delete) {
        emit removeAsked(flow);
        return true;
    }
    if (modifiers == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        emit moveAsked(flow, event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return false;
}

void FlowList::popUpMenu(const QPoint& at) {
    const AnyId flow = m_rows->idAt(m_view->indexAt(at));
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (flow) {
        menu->addAction(tr("Rename"), this, [this, flow] { rename(flow); })->setShortcut(Qt::Key_F2);
        menu->addAction(tr("Duplicate"), this, [this, flow] { emit duplicateAsked(flow); });
        menu->addAction(tr("Delete"), this, [this, flow] { emit removeAsked(flow); })->setShortcut(Qt::Key_Delete);
        menu->addSeparator();
    }
    menu->addAction(tr("Add a flow"), this, &FlowList::startTyping);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace flowspine::editors
