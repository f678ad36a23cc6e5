#include "panels/line_field.h"

#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace flowspine::panels {

using adapters::FieldEdit;
using adapters::toQt;
using model::FieldType;
using model::FieldValue;

namespace {

QString hintFor(FieldType type) {
    switch (type) {
    case FieldType::texts: return LineField::tr("one; another");
    case FieldType::duration: return LineField::tr("2 h, 30 min, 3 d");
    case FieldType::date: return LineField::tr("no date yet");
    case FieldType::period: return LineField::tr("every 3 months");
    default: return {};
    }
}

} // namespace

bool TypingLine::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void TypingLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TypingLine::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    // A menu over the line or another window does not end the typing.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) emit left();
}

LineField::LineField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : FieldWidget(session, field, parent), m_line(new TypingLine(this)), m_remark(adapters::plainLabel({}, this)) {
    constexpr int longestText = 1'000'000; // Qt's own limit of 32767 would cut what the plan holds
    m_line->setMaxLength(longestText);
    m_line->setMinimumWidth(40);
    m_line->setPlaceholderText(hintFor(field.type));
    m_line->setAccessibleName(toQt(field.options.label));
    m_remark->setWordWrap(true);
    m_remark->setForegroundRole(QPalette::BrightText);
    m_remark->setFont(render::fontFor({.size = 11, .weight = 400}));
    m_remark->hide();
    auto* const row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_line, 1);
    if (!field.options.unit.empty()) {
        QLabel* const unit = adapters::plainLabel(toQt(field.options.unit), this);
        unit->setForegroundRole(QPalette::PlaceholderText);
        unit->setFont(render::fontFor({.size = 11, .weight = 400}));
        row->addWidget(unit);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_remark);
    setFocusProxy(m_line);

    connect(m_line, &QLineEdit::textEdited, this, &LineField::follow);
    connect(m_line, &QLineEdit::returnPressed, this, &LineField::settle);
    connect(m_line, &TypingLine::left, this, &LineField::settle);
    connect(m_line, &TypingLine::escaped, this, &LineField::cancelTyping);
    if (field.type == FieldType::date) offerCalendar();
}

void LineField::showValue(const FieldValue& value, bool isMixed) {
    const FieldEdit fieldEdit(session().live());
    if (m_isOwnText) {
        // What was typed stays until it is settled, also when it says the same as the plan in other words.
        const base::Result<FieldValue> typed = fieldEdit.value(field(), m_line->text());
        if (!typed || *typed == value) return;
    }
    m_isOwnText = false;
    complain({});
    const QString text = isMixed ? QString() : fieldEdit.text(field(), value);
    m_line->setPlaceholderText(isMixed ? tr("several values") : hintFor(field().type));
    if (text != m_line->text()) {
        m_line->setText(text);
        if (!m_line->hasFocus()) m_line->setCursorPosition(0);
    }
}

void LineField::forgetTyping() {
    m_isOwnText = false;
    complain({});
}

void LineField::follow(const QString& text) {
    m_isOwnText = true;
    const base::Result<FieldValue> value = FieldEdit(session().live()).value(field(), text);
    if (!value) {
        dropPreview();
        complain(toQt(value.error().message));
        return;
    }
    const base::Result<> shown = previewValue(*value);
    complain(shown ? QString() : toQt(shown.error().message));
}

void LineField::settle() {
    commitTyping();
    if (!complaint().isEmpty()) return;
    m_isOwnText = false;
    refresh();
}

void LineField::complain(const QString& sentence) {
    m_error = sentence;
    showRemark();
}

void LineField::setDoubt(const QString& sentence) {
    if (std::exchange(m_doubt, sentence) != sentence) showRemark();
}

void LineField::showRemark() {
    const QString& words = m_error.isEmpty() ? m_doubt : m_error;
    m_remark->setText(words);
    m_remark->setVisible(!words.isEmpty());
    render::setWrong(*m_line, !words.isEmpty());
    m_line->update();
}

void LineField::offerCalendar() {
    QAction* const open = m_line->addAction(render::icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    open->setText(tr("Choose a day"));
    connect(open, &QAction::triggered, this, [this] {
        QMenu menu(this);
        auto* const calendar = new QCalendarWidget(&menu);
        calendar->setGridVisible(false);
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        if (const auto date = adapters::dateFrom(m_line->text())) {
            const base::YearMonthDay day = base::yearMonthDay(*date);
            calendar->setSelectedDate(QDate(day.year, day.month, day.day));
        }
        auto* const action = new QWidgetAction(&menu);
        action->setDefaultWidget(calendar);
        menu.addAction(action);
        connect(calendar, &QCalendarWidget::clicked, &menu, [this, &menu](QDate day) {
            menu.close();
            if (const auto date = base::makeDate(day.year(), day.month(), day.day())) {
                forgetTyping();
                commitValue(FieldValue(*date));
            }
        });
        menu.exec(m_line->mapToGlobal(QPoint(0, m_line->height())));
    });
}

} // namespace flowspine::panels
