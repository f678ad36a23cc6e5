#include "panels/exception_form.h"

#include "adapters/plain_text.h"
#include "render/look.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QSettings>

namespace flowspine::panels {

namespace {

constexpr int acceptedForDays = 90;
constexpr int dateWidth = 104;
constexpr int nameWidth = 130;

} // namespace

ExceptionForm::ExceptionForm(Shape shape, QWidget* parent)
    : adapters::Surface(QPalette::AlternateBase, shape == Shape::wide ? Qt::Edges(Qt::BottomEdge) : Qt::Edges(),
                        parent),
      m_about(new ElidedLabel(this)), m_reason(new TypingLine(this)), m_until(new TypingLine(this)),
      m_by(new TypingLine(this)), m_accept(new QPushButton(tr("Accept"), this)) {
    const bool isWide = shape == Shape::wide;
    m_about->setFont(render::fontFor({.size = 13, .weight = 500}));
    m_reason->setPlaceholderText(tr("Why is this accepted?"));
    m_reason->setAccessibleName(tr("Reason"));
    m_until->setPlaceholderText(tr("no end"));
    m_until->setAccessibleName(tr("Until, as year-month-day"));
    m_until->setToolTip(tr("Until when, as year-month-day; afterwards it is found again. Empty: without end."));
    m_until->setFixedWidth(dateWidth);
    m_by->setPlaceholderText(tr("by whom"));
    m_by->setAccessibleName(tr("By"));
    if (isWide) m_by->setFixedWidth(nameWidth);
    render::setLook(*m_accept, render::Look::primary);
    m_accept->setAutoDefault(false);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    render::setLook(*cancel, render::Look::flat);
    cancel->setAutoDefault(false);

    auto* const layout = new QBoxLayout(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(isWide ? 16 : 8, 8, isWide ? 16 : 8, 8);
    layout->setSpacing(8);
    auto* const details = new QHBoxLayout;
    details->setSpacing(8);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    if (isWide)
        layout->addWidget(m_about, 1);
    else
        m_about->hide(); // the finding stands above
    layout->addWidget(m_reason, 1);
    details->addWidget(adapters::plainLabel(tr("until"), this));
    details->addWidget(m_until);
    details->addWidget(m_by, isWide ? 0 : 1);
    buttons->addWidget(m_accept);
    buttons->addWidget(cancel);
    if (!isWide) buttons->addStretch(1);
    layout->addLayout(details);
    layout->addLayout(buttons);

    connect(m_accept, &QPushButton::clicked, this, &ExceptionForm::take);
    connect(cancel, &QPushButton::clicked, this, &ExceptionForm::cancelled);
    for (TypingLine* line : {m_reason, m_until, m_by}) {
        connect(line, &QLineEdit::returnPressed, this, &ExceptionForm::take);
        connect(line, &TypingLine::escaped, this, &ExceptionForm::cancelled);
        connect(line, &QLineEdit::textChanged, this, &ExceptionForm::follow);
    }
}

void ExceptionForm::ask(const QString& sentence, base::Date today) {
    m_about->setText(sentence);
    m_reason->clear();
    m_until->setText(adapters::toQt(base::toText(base::addDays(today, acceptedForDays))));
    m_by->setText(QSettings().value("author", qEnvironmentVariable("USER")).toString());
    follow();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ExceptionForm::follow() {
    const QString until = m_until->text().trimmed();
    const bool isDate = until.isEmpty() || base::parseDate(adapters::fromQt(until)).has_value();
    render::setWrong(*m_until, !isDate);
    m_until->update();
    m_accept->setEnabled(isDate && !m_reason->text().trimmed().isEmpty());
}

void ExceptionForm::take() {
    if (!m_accept->isEnabled()) return;
    const QString by = m_by->text().trimmed();
    if (!by.isEmpty()) QSettings().setValue("author", by);
    emit accepted({adapters::fromQt(m_reason->text().trimmed()), adapters::fromQt(by),
                   base::parseDate(adapters::fromQt(m_until->text().trimmed()))});
}

} // namespace flowspine::panels
