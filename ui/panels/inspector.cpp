#include "panels/inspector.h"

#include "adapters/plain_text.h"
#include "model/naming.h"
#include "panels/finding_words.h"
#include "panels/kind_words.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTimer>

#include <set>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::FieldType;
using model::Kind;

namespace {

// The title's frame stands out to the left, so that its words stand under the kind.
constexpr int titleInset = 4;

// A form as high as what it shows, whatever the other forms of the stack need, and as narrow as the inspector.
class FittingStack final : public QStackedWidget {
  public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] QSize sizeHint() const override {
        return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        return currentWidget() == nullptr ? QSize() : QSize(0, currentWidget()->minimumSizeHint().height());
    }
};

// The title stands in the head when it is words on one line.
const model::FieldDescription* headTitle(Kind kind) {
    const model::FieldDescription* const title = model::entityType(kind).titleField;
    const bool isLine = title != nullptr && title->type == FieldType::text && !title->options.isMultiline;
    return isLine ? title : nullptr;
}

} // namespace

Inspector::Inspector(session::DocumentSession& session, PlanHealth& health, QWidget* parent, Filling filling)
    : adapters::Surface(QPalette::Base, Qt::LeftEdge, parent), m_session(session), m_health(health),
      m_icon(adapters::plainLabel({}, this)), m_kind(adapters::plainLabel({}, this)), m_owner(new QPushButton(this)),
      m_found(new QToolButton(this)), m_titles(new QStackedWidget(this)), m_plainTitle(new ElidedLabel(this)),
      m_fixed(new FixedBand(session, this)), m_scroll(new QScrollArea(this)), m_forms(new FittingStack),
      m_severalKinds(new QWidget), m_isWaiting(filling == Filling::afterPaint) {
    auto* const head = new adapters::Surface(QPalette::Base, Qt::BottomEdge, this);
    head->setFixedHeight(56);
    m_kind->setForegroundRole(QPalette::PlaceholderText);
    m_kind->setFont(render::fontFor({.size = 11, .weight = 400}));
    render::setLook(*m_owner, render::Look::link);
    m_owner->setFont(render::fontFor({.size = 11, .weight = 400}));
    m_owner->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_owner->setAutoDefault(false);
    connect(m_owner, &QPushButton::clicked, this, [this] { emit goTo(m_ownerId); });
    m_plainTitle->setFont(render::fontFor({.size = 13, .weight = 600}));
    m_plainTitle->setContentsMargins(titleInset, 0, 0, 0);
    m_titles->addWidget(m_plainTitle);
    m_titles->setFixedHeight(24);
    auto* const kindLine = new QHBoxLayout;
    kindLine->setContentsMargins(titleInset, 0, 0, 0);
    kindLine->setSpacing(4);
    kindLine->addWidget(m_kind);
    kindLine->addWidget(m_owner, 1);
    auto* const words = new QVBoxLayout;
    words->setContentsMargins(0, 7, 0, 5);
    words->setSpacing(0);
    words->addLayout(kindLine);
    words->addWidget(m_titles);
    auto* const headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(16, 0, 16, 0);
    headLayout->setSpacing(8 - titleInset);
    headLayout->addWidget(m_icon);
    headLayout->addLayout(words, 1);
    headLayout->addWidget(m_found);
    render::setLook(*m_found, render::Look::tab);
    m_found->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_found->setIconSize({14, 14});
    m_found->setToolTip(tr("Show the findings about it, below"));
    m_found->hide();
    connect(m_found, &QToolButton::clicked, this, &Inspector::revealFindings);

    new QVBoxLayout(m_severalKinds);
    m_severalKinds->layout()->setContentsMargins(16, 12, 16, 12);
    m_forms->addWidget(m_severalKinds);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto* const content = new QWidget;
    m_findings = new FindingSection(session, health, content);
    auto* const contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_forms);
    contentLayout->addWidget(m_findings);
    contentLayout->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    content->setAutoFillBackground(false); // the scroll area would let it
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0); // the line at the left
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_fixed);
    layout->addWidget(m_scroll, 1);

    connect(&m_session, &session::DocumentSession::selectionChanged, this, &Inspector::followSelection);
    connect(&m_session, &session::DocumentSession::changed, this, &Inspector::followPlan);
    connect(&m_health, &PlanHealth::changed, this, &Inspector::markFields);
    connect(m_findings, &FindingSection::goTo, this, &Inspector::goTo);
    followSelection();
}

EntityForm* Inspector::form() {
    fill();
    return m_form;
}

FieldWidget* Inspector::titleWidget() {
    fill();
    return m_title;
}

void Inspector::paintEvent(QPaintEvent* event) {
    adapters::Surface::paintEvent(event);
    if (m_isWaiting) QTimer::singleShot(0, this, &Inspector::fill);
}

void Inspector::changeEvent(QEvent* event) {
    adapters::Surface::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isWaiting) followSelection();
}

void Inspector::fill() {
    if (!m_isWaiting) return;
    m_isWaiting = false;
    followSelection();
}

Inspector::Page& Inspector::pageFor(Kind kind) {
    Page& page = m_pages[kind];
    if (page.form != nullptr) return page;
    const model::FieldDescription* const title = headTitle(kind);
    page.form = new EntityForm(m_session, model::entityType(kind), title, m_forms);
    m_forms->addWidget(page.form);
    connect(page.form, &EntityForm::goTo, this, &Inspector::goTo);
    connect(page.form, &EntityForm::added, this, &Inspector::openAdded);
    if (title != nullptr) {
        page.title = makeFieldWidget(m_session, *title, m_titles);
        page.title->setFont(render::fontFor({.size = 13, .weight = 600}));
        render::setLook(*page.title->focusProxy(), render::Look::title);
        page.title->focusProxy()->setAttribute(Qt::WA_Hover);
        m_titles->addWidget(page.title);
    }
    return page;
}

void Inspector::followSelection() {
    if (m_isWaiting) return;
    std::vector<AnyId> ids = m_session.selection().ids();
    std::erase_if(ids, [this](const AnyId& id) { return !m_session.live().contains(id); });
    if (ids.empty()) ids = {m_session.live().plan().id};
    m_findings->setTargets(ids);
    m_fixed->setTargets(ids);
    std::set<Kind> kinds;
    for (const AnyId& id : ids) kinds.insert(*model::kindOf(id));
    if (kinds.size() > 1) {
        m_form = nullptr;
        markFields();
        m_title = nullptr;
        m_icon->clear();
        m_kind->clear();
        m_owner->hide();
        m_plainTitle->setText(tr("%1 selected").arg(ids.size()));
        m_titles->setCurrentWidget(m_plainTitle);
        m_forms->setCurrentWidget(m_severalKinds);
        return;
    }
    const Kind kind = *kinds.begin();
    Page& page = pageFor(kind);
    m_form = page.form;
    m_title = ids.size() == 1 ? page.title : nullptr;
    page.form->setTargets(ids);
    if (m_title != nullptr) m_title->setTargets(ids);
    m_forms->setCurrentWidget(page.form);
    m_forms->updateGeometry();
    m_scroll->verticalScrollBar()->setValue(0);
    markFields();
    showHead(kind, ids);
}

// Findings about a field stand beside it too.
void Inspector::markFields() {
    std::size_t open = 0;
    for (const analysis::Finding& finding : m_findings->findings()) open += finding.isWaived() ? 0 : 1;
    m_found->setVisible(open > 0);
    if (open > 0) {
        const analysis::Severity worst = m_findings->findings().front().severity;
        m_found->setText(QString::number(open));
        m_found->setAccessibleName(tr("%1 findings").arg(open));
        m_found->setIcon(render::icon(iconNameOf(worst), render::colorIn(palette(), {roleOf(worst)})));
    }
    if (m_form == nullptr) return;
    std::vector<analysis::Finding> findings;
    for (const analysis::Finding& finding : m_findings->findings())
        if (m_form->targets().size() == 1 && finding.entity == m_form->targets().front() && !finding.isWaived())
            findings.push_back(finding);
    m_form->markFields(findings);
}

void Inspector::revealField(std::string_view field) {
    fill();
    if (m_form == nullptr) return;
    m_forms->updateGeometry();
    QWidget* shown = m_form->fieldWidget(field);
    if (shown == nullptr) shown = m_form->childList(field);
    if (shown != nullptr) m_scroll->ensureWidgetVisible(shown, 0, 24);
}

void Inspector::revealFindings() {
    fill();
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_findings, 0, 0); });
}

void Inspector::showHead(Kind kind, const std::vector<AnyId>& ids) {
    m_icon->setPixmap(
        render::iconPixmap(iconNameOf(kind), palette().color(QPalette::WindowText), 16, devicePixelRatioF()));
    m_kind->setText(KindWords::name(kind));
    m_ownerId = m_session.index().ownerOf(ids.front());
    const bool hasOwner = ids.size() == 1 && m_ownerId && model::kindOf(m_ownerId) != Kind::plan;
    m_owner->setVisible(hasOwner);
    if (hasOwner) {
        QString owner = adapters::oneLine(toQt(model::shortName(m_session.live(), m_ownerId)));
        owner = m_owner->fontMetrics().elidedText(owner.left(200), Qt::ElideRight, 190);
        m_owner->setText(tr("in %1").arg(owner).replace(u'&', QStringLiteral("&&")));
    }
    if (m_title != nullptr) {
        m_titles->setCurrentWidget(m_title);
        return;
    }
    m_plainTitle->setText(ids.size() == 1 ? toQt(model::shortName(m_session.live(), ids.front()))
                                          : tr("%1 %2").arg(ids.size()).arg(KindWords::plural(kind).toLower()));
    m_titles->setCurrentWidget(m_plainTitle);
}

void Inspector::followPlan() {
    // The session has taken out of the selection what is gone; then the selection's own signal follows.
    std::vector<AnyId> ids = m_session.selection().ids();
    if (ids.empty()) ids = {m_session.live().plan().id};
    if (m_form == nullptr) return;
    if (m_form->targets() != ids) {
        followSelection();
        return;
    }
    m_form->refresh();
    m_fixed->setTargets(ids);
    if (m_title != nullptr) m_title->refresh();
    showHead(*model::kindOf(ids.front()), ids);
}

void Inspector::openAdded(const AnyId& id) {
    m_session.select(id);
    emit goTo(id);
    editTitle();
}

void Inspector::editTitle() {
    fill();
    if (m_title != nullptr)
        m_title->setFocus(Qt::OtherFocusReason);
    else if (m_form != nullptr)
        m_form->focusFirstField();
}

} // namespace flowspine::panels
