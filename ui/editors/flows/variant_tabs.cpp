#include "editors/flows/variant_tabs.h"

#include "adapters/plain_text.h"
#include "model/naming.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace flowspine::editors {

using adapters::toQt;
using model::AnyId;

namespace {

constexpr qsizetype longestName = 40;
constexpr int tabHeight = 49;
constexpr int inset = 12;
constexpr int widestTab = 420;
constexpr int narrowestTab = 96;
const view::TextStyle nameStyle{13, 600};
const view::TextStyle tagStyle{11, 400};
const view::TextStyle changeStyle{11, 600};

int widthOf(const QString& text, const view::TextStyle& style) {
    return QFontMetrics(render::fontFor(style)).horizontalAdvance(text);
}

// Space before a part: a change belongs to the figure before it.
int gapBefore(const TabPart& part, bool isFirst) {
    return isFirst ? 0 : part.isChange ? 4 : 12;
}

// Tabs read "&" as a mnemonic.
QString labelOf(const QString& name, bool isCurrent) {
    QString text = name.size() > longestName ? name.left(longestName) + u'…' : name;
    text.replace(u'&', QStringLiteral("&&"));
    return isCurrent ? VariantTabs::tr("%1 (current)").arg(text) : text;
}

} // namespace

VariantTabs::VariantTabs(const render::Theme& theme, QWidget* parent)
    : QTabBar(parent), m_theme(&theme), m_name(new QLineEdit(this)) {
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(false); // tabs give way to each other first
    setAccessibleName(tr("Variants"));
    m_name->hide();
    m_name->installEventFilter(this);
    connect(this, &QTabBar::currentChanged, this, [this](int tab) {
        if (!m_isShowing && tab >= 0) emit chosen(variantAt(tab));
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { takeName(true); });
}

AnyId VariantTabs::variantAt(int tab) const {
    return tab < 0 ? AnyId() : AnyId(adapters::fromQt(tabData(tab).toString()));
}

void VariantTabs::show(const model::Model& model, const model::Id<model::Flow>& flowId, const AnyId& shown) {
    m_isShowing = true;
    const model::Flow* flow = model.find(flowId);
    std::vector<AnyId> variants;
    m_names.clear();
    m_tags.clear();
    if (flow)
        model.forEach(flow->variants, [&](const model::Variant& variant) {
            variants.push_back(variant.id);
            m_names.emplace(variant.id, toQt(variant.name));
            if (variant.id == flow->current)
                m_tags.emplace(variant.id, tr("current"));
            else if (variant.kind != model::VariantKind::asIs)
                m_tags.emplace(variant.id, variant.kind == model::VariantKind::toBe
                                               ? tr("proposed")
                                               : toQt(model::labelOf(variant.kind)).toLower());
        });
    m_current = flow ? AnyId(flow->current) : AnyId();
    const int tabs = static_cast<int>(variants.size());
    while (count() > tabs) removeTab(count() - 1);
    while (count() < tabs) addTab({});
    for (int tab = 0; tab < tabs; ++tab) {
        const AnyId& id = variants[static_cast<std::size_t>(tab)];
        const QString name = adapters::oneLine(toQt(model::shortName(model, id)));
        setTabText(tab, labelOf(name, id == m_current));
        setTabToolTip(tab, adapters::plainTip(name));
        setTabData(tab, toQt(id.text()));
        if (id == shown) setCurrentIndex(tab);
    }
    m_variants = std::move(variants);
    setVisible(tabs > 0);
    m_isShowing = false;
}

void VariantTabs::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    update();
}

void VariantTabs::showFigures(const FlowFigures& figures) {
    std::unordered_map<AnyId, std::vector<TabPart>> parts;
    for (const AnyId& variant : m_variants) parts.emplace(variant, tabParts(figures, variant));
    if (parts == m_parts) return;
    m_parts = std::move(parts);
    for (int tab = 0; tab < count(); ++tab) {
        QStringList words;
        for (const TabPart& part : figuresAt(tab)) words += part.text;
        setAccessibleTabName(tab, tabText(tab) + QStringLiteral(", ") + words.join(u' '));
        // Makes the bar ask for the tab's width anew.
        setTabText(tab, tabText(tab));
    }
    update();
}

std::vector<TabPart> VariantTabs::figuresAt(int tab) const {
    const auto found = m_parts.find(variantAt(tab));
    return found == m_parts.end() ? std::vector<TabPart>() : found->second;
}

QString VariantTabs::tagAt(int tab) const {
    const auto found = m_tags.find(variantAt(tab));
    return found == m_tags.end() ? QString() : found->second;
}

QSize VariantTabs::minimumTabSizeHint(int) const {
    return {narrowestTab, tabHeight};
}

QSize VariantTabs::tabSizeHint(int tab) const {
    const auto name = m_names.find(variantAt(tab));
    int first = name == m_names.end() ? 0 : std::min(widthOf(name->second, nameStyle), 240);
    if (const QString tag = tagAt(tab); !tag.isEmpty()) first += 8 + 10 + widthOf(tag, tagStyle);
    int second = 0;
    for (const TabPart& part : figuresAt(tab))
        second += gapBefore(part, second == 0) + widthOf(part.text, part.isChange ? changeStyle : tagStyle);
    return {std::clamp(std::max(first, second) + 2 * inset, narrowestTab, widestTab), tabHeight};
}

void VariantTabs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int tab = 0; tab < count(); ++tab) paintTab(painter, tab);
}

void VariantTabs::paintTab(QPainter& painter, int tab) const {
    using view::Role;
    const QRect rect = tabRect(tab);
    const bool isShown = tab == currentIndex();
    painter.fillRect(rect, m_theme->color(isShown ? view::Paint{Role::paper} : view::Paint{Role::ground}));
    painter.setPen(m_theme->color(Role::line));
    painter.drawLine(rect.topRight(), rect.bottomRight());
    if (isShown)
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 3), m_theme->color(Role::accent));
    else
        painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (hasFocus() && isShown) {
        painter.setPen(QPen(m_theme->color(Role::accent), 1));
        painter.drawRect(rect.adjusted(2, 5, -3, -3));
    }

    const int end = rect.right() - inset;
    int x = rect.x() + inset;
    const auto found = m_names.find(variantAt(tab));
    QString name = found == m_names.end() ? QString() : adapters::oneLine(found->second);
    if (name.isEmpty()) name = tr("Unnamed");
    const QString tag = tagAt(tab);
    int tagWidth = tag.isEmpty() ? 0 : widthOf(tag, tagStyle) + 10;
    // A name says more than a tag: where both do not fit, the tag gives way.
    if (tagWidth > 0 && x + widthOf(name, nameStyle) + 8 + tagWidth > end) tagWidth = 0;
    painter.setFont(render::fontFor(nameStyle));
    painter.setPen(m_theme->color(Role::ink));
    name = painter.fontMetrics().elidedText(name, Qt::ElideRight, end - x - (tagWidth > 0 ? tagWidth + 8 : 0));
    painter.drawText(x, rect.y() + 21, name);
    if (tagWidth > 0) {
        const QRectF box(x + painter.fontMetrics().horizontalAdvance(name) + 8.5, rect.y() + 9.5, tagWidth, 15);
        painter.setPen(m_theme->color(Role::line));
        painter.drawRoundedRect(box, 4, 4);
        painter.setFont(render::fontFor(tagStyle));
        painter.setPen(m_theme->color(Role::muted));
        painter.drawText(box, Qt::AlignCenter, tag);
    }
    bool isFirst = true;
    for (const TabPart& part : figuresAt(tab)) {
        const view::TextStyle& style = part.isChange ? changeStyle : tagStyle;
        x += gapBefore(part, std::exchange(isFirst, false));
        const int width = widthOf(part.text, style);
        if (x + width > end + 2) break;
        painter.setFont(render::fontFor(style));
        painter.setPen(m_theme->color(part.role));
        painter.drawText(x, rect.y() + 38, part.text);
        x += width;
    }
}

void VariantTabs::rename(const AnyId& variant) {
    for (int tab = 0; tab < count(); ++tab) {
        if (variantAt(tab) != variant) continue;
        m_renaming = variant;
        m_name->setText(m_names[variant]);
        m_name->selectAll();
        m_name->setGeometry(tabRect(tab));
        m_name->show();
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

void VariantTabs::takeName(bool isWanted) {
    const AnyId variant = std::exchange(m_renaming, AnyId());
    const QString name = adapters::oneLine(m_name->text());
    m_name->hide();
    if (isWanted && variant && !name.isEmpty()) emit renamed(variant, name);
}

bool VariantTabs::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_name) return QTabBar::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && m_renaming) takeName(true);
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        takeName(false);
        return true;
    } else if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QTabBar::eventFilter(watched, event);
}

void VariantTabs::mouseDoubleClickEvent(QMouseEvent* event) {
    rename(variantAt(tabAt(event->position().toPoint())));
}

void VariantTabs::mouseReleaseEvent(QMouseEvent* event) {
    QTabBar::mouseReleaseEvent(event);
    for (int tab = 0; tab < count(); ++tab) {
        const AnyId id = variantAt(tab);
        if (m_variants[static_cast<std::size_t>(tab)] == id || id != variantAt(currentIndex())) continue;
        emit placed(id, tab);
        return;
    }
}

void VariantTabs::keyPressEvent(QKeyEvent* event) {
    const AnyId variant = variantAt(currentIndex());
    if (event->key() == Qt::Key_F2 && variant)
        rename(variant);
    else if (event->key() == Qt::Key_Delete && variant)
        emit removeAsked(variant);
    else
        QTabBar::keyPressEvent(event);
}

void VariantTabs::contextMenuEvent(QContextMenuEvent* event) {
    const int tab = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
    const AnyId variant = variantAt(tab);
    if (!variant) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), this, [this, variant] { rename(variant); })->setShortcut(Qt::Key_F2);
    menu->addAction(tr("Duplicate as to-be"), this, [this, variant] { emit duplicateAsked(variant); });
    menu->addAction(tr("Make current"), this, [this, variant] { emit makeCurrentAsked(variant); })
        ->setEnabled(variant != m_current);
    menu->addAction(tr("Delete"), this, [this, variant] { emit removeAsked(variant); });
    menu->popup(event->globalPos());
}

} // namespace flowspine::editors
