#include "panels/finding_delegate.h"

#include "panels/finding_words.h"
#include "panels/kind_words.h"
#include "render/icon.h"
#include "render/theme.h"

#include <QAbstractItemView>
#include <QCursor>
#include <QMouseEvent>
#include <QPainter>

namespace flowspine::panels {

using analysis::Finding;

namespace {

constexpr int rowHeight = 28;
constexpr int headingHeight = 30;
constexpr int explainedHeight = 48;
constexpr int inset = 16;
constexpr int iconSize = 14;
constexpr int buttonHeight = 22;
constexpr int widestFix = 250;
constexpr int placeWidth = 220;
constexpr int ruleWidth = 32;
constexpr int narrowList = 1160; // below this the place, which the sentence mostly names, gives way
constexpr double radius = 6;

QFont small(int weight) {
    return render::fontFor({.size = 11, .weight = weight});
}

QFont medium(int weight) {
    return render::fontFor({.size = 13, .weight = weight});
}

bool isUnderMouse(const QStyleOptionViewItem& option, const QRect& rect) {
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr && option.state.testFlag(QStyle::State_MouseOver) &&
           rect.contains(view->viewport()->mapFromGlobal(QCursor::pos()));
}

void drawWords(QPainter& painter, const QRect& rect, const QString& words, const QFont& font, const QColor& color,
               Qt::Alignment alignment = Qt::AlignLeft) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
}

void drawButton(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect, const QString& words,
                bool hasFrame) {
    const QPalette& palette = option.palette;
    const bool isHovered = isUnderMouse(option, rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = hasFrame ? palette.color(QPalette::Button) : QColor(Qt::transparent);
    if (isHovered) ground = render::colorIn(palette, {view::Role::ink, 6});
    painter.setPen(hasFrame ? QPen(palette.color(QPalette::Mid), 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    painter.restore();
    drawWords(painter, rect.adjusted(8, 0, -8, 0), words, small(500), palette.color(QPalette::ButtonText),
              Qt::AlignHCenter);
}

} // namespace

FindingDelegate::FindingDelegate(Words words, QObject* parent)
    : QStyledItemDelegate(parent), m_words(std::move(words)) {}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const FindingRow& row = m_words.row(index);
    if (row.finding) return {0, rowHeight};
    return {0, m_words.explanation(row.area).isEmpty() ? headingHeight : explainedHeight};
}

QString FindingDelegate::fixWords(const FindingRow& row) const {
    return row.finding->isWaived() ? tr("End the exception") : m_words.fix(row);
}

FindingDelegate::Buttons FindingDelegate::buttonsOf(const QRect& row, const QModelIndex& index) const {
    Buttons buttons;
    const FindingRow& shown = m_words.row(index);
    if (!shown.finding) return buttons;
    const QFontMetrics metrics(small(500));
    const int y = row.top() + (row.height() - buttonHeight) / 2;
    const int acceptWidth = metrics.horizontalAdvance(tr("Except…")) + 17;
    int right = row.right() + 1 - 8;
    if (!shown.finding->isWaived()) buttons.accept = {right - acceptWidth, y, acceptWidth, buttonHeight};
    right -= acceptWidth + 4;
    const QString fix = fixWords(shown);
    if (shown.finding->isWaived()) right = row.right() + 1 - 8;
    if (fix.isEmpty()) return buttons;
    const int width = std::min({metrics.horizontalAdvance(fix) + 18, widestFix, row.width() / 3});
    buttons.fix = {right - width, y, width, buttonHeight};
    return buttons;
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const FindingRow& row = m_words.row(index);
    painter->save();
    if (row.finding) {
        const QStyle* const style = option.widget != nullptr ? option.widget->style() : nullptr;
        if (style != nullptr) style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        paintFinding(*painter, option, index, *row.finding);
    } else {
        paintHeading(*painter, option, row);
    }
    painter->restore();
}

void FindingDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const FindingRow& row) const {
    const QRect line(option.rect.left() + inset, option.rect.top() + 6, option.rect.width() - 2 * inset, 20);
    const QString label = areaLabel(row.area);
    drawWords(painter, line, label, medium(600), option.palette.color(QPalette::Text));
    const int after = QFontMetrics(medium(600)).horizontalAdvance(label) + 8;
    drawWords(painter, line.adjusted(after, 0, 0, 0), QString::number(row.open), medium(400),
              option.palette.color(QPalette::PlaceholderText));
    const QString explanation = m_words.explanation(row.area);
    if (explanation.isEmpty()) return;
    drawWords(painter, line.translated(0, 19), explanation, small(400),
              option.palette.color(QPalette::PlaceholderText));
}

void FindingDelegate::paintFinding(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                   const Finding& finding) const {
    const QRect& rect = option.rect;
    const bool isWaived = finding.isWaived();
    const QColor muted = option.palette.color(QPalette::PlaceholderText);
    const QColor faint = render::colorIn(option.palette, {view::Role::muted, 75});
    const QColor ink = isWaived ? faint : option.palette.color(QPalette::Text);
    const QColor color = isWaived ? faint : render::colorIn(option.palette, {roleOf(finding.severity)});
    const QRectF icon(rect.left() + inset, rect.top() + (rect.height() - iconSize) / 2.0, iconSize, iconSize);
    render::drawIcon(painter, isWaived ? QStringLiteral("check") : iconNameOf(finding.severity), color, icon);

    const Buttons buttons = buttonsOf(rect, index);
    const bool hasFix = !buttons.fix.isEmpty();
    if (hasFix) drawButton(painter, option, buttons.fix, fixWords(m_words.row(index)), true);
    if (!isWaived) drawButton(painter, option, buttons.accept, tr("Except…"), false);

    // Columns at the same place in every row, whatever the buttons say.
    int right = rect.right() + 1 - std::min(widestFix, rect.width() / 3) - 84;
    const int left = rect.left() + inset + iconSize + 8;
    if (isWaived) {
        right = buttons.fix.left() - 8;
        const int half = (right - left) / 2;
        drawWords(painter, {left, rect.top(), half - 8, rect.height()}, textOf(finding.sentence), medium(400), ink);
        drawWords(painter, {left + half, rect.top(), half, rect.height()}, m_words.exception(finding), small(400),
                  faint);
        return;
    }
    const QRect rule(right - ruleWidth, rect.top(), ruleWidth, rect.height());
    drawWords(painter, rule, adapters::toQt(finding.ruleId), small(400), muted);
    right -= ruleWidth + 8;
    if (rect.width() >= narrowList) {
        const QRect place(right - placeWidth, rect.top(), placeWidth, rect.height());
        const model::Kind kind = model::kindOf(finding.entity).value_or(model::Kind::plan);
        render::drawIcon(painter, iconNameOf(kind), muted,
                         QRectF(place.left(), rect.top() + (rect.height() - 12) / 2.0, 12, 12));
        drawWords(painter, place.adjusted(18, 0, -8, 0), m_words.place(finding), small(400), muted);
        right -= placeWidth + 8;
    }
    drawWords(painter, {left, rect.top(), right - left, rect.height()}, textOf(finding.sentence), medium(400), ink);
}

bool FindingDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    const bool isRelease = event->type() == QEvent::MouseButtonRelease;
    if (isPress || isRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        const Buttons buttons = buttonsOf(option.rect, index);
        const QPoint at = mouse->position().toPoint();
        const bool isFix = buttons.fix.contains(at);
        if (mouse->button() == Qt::LeftButton && (isFix || buttons.accept.contains(at))) {
            if (isPress) return true;
            const bool isWaived = m_words.row(index).finding->isWaived();
            if (!isFix)
                emit acceptAsked(index);
            else if (isWaived)
                emit endAsked(index);
            else
                emit fixAsked(index);
            return true;
        }
    }
    if (event->type() == QEvent::MouseMove)
        if (const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget))
            view->viewport()->update(option.rect);
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace flowspine::panels
