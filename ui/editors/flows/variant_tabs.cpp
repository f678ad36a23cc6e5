#include "editors/flows/variant_tabs.h"

#include "adapters/plain_text.h"
#include "model/naming.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>

namespace flowspine::editors {

using adapters::toQt;
using model::AnyId;

namespace {

constexpr qsizetype longestName = 40;

// Tabs read "&" as a mnemonic.
QString labelOf(const QString& name, bool isCurrent) {
    QString text = name.size() > longestName ? name.left(longestName) + u'…' : name;
    text.replace(u'&', QStringLiteral("&&"));
    return isCurrent ? VariantTabs::tr("%1 (current)").arg(text) : text;
}

} // namespace

VariantTabs::VariantTabs(QWidget* parent) : QTabBar(parent), m_name(new QLineEdit(this)) {
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setElideMode(Qt::ElideRight);
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
    if (flow)
        model.forEach(flow->variants, [&](const model::Variant& variant) {
            variants.push_back(variant.id);
            m_names.emplace(variant.id, toQt(variant.name));
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
