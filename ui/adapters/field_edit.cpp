#include "adapters/field_edit.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace flowspine::adapters {

using base::Date;
using base::Duration;
using base::failure;
using base::Period;
using base::Result;
using model::AnyId;
using model::ChoiceValue;
using model::FieldDescription;
using model::FieldType;
using model::FieldValue;
using model::Kind;

namespace {

constexpr std::int64_t minuteSeconds = 60;
constexpr std::int64_t hourSeconds = 3600;
constexpr double longestHours = 1e6; // as the project file allows

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

QString withoutSpaces(const QString& text) {
    QString packed;
    for (const QChar c : text)
        if (!c.isSpace()) packed += c;
    return packed;
}

std::int64_t secondsOf(double hours) {
    return std::llround(hours * static_cast<double>(hourSeconds));
}

// 2.5 for 9000 s in hours, when two decimals say it exactly.
std::optional<QString> exactly(std::int64_t seconds, std::int64_t unit) {
    if (seconds * 100 % unit != 0) return std::nullopt;
    const std::int64_t hundredths = seconds * 100 / unit;
    return toQt(model::numberText(static_cast<double>(hundredths) / 100));
}

} // namespace

std::optional<double> numberFrom(const QString& text) {
    QString packed = withoutSpaces(text);
    packed.replace(u'−', u'-');
    static const QRegularExpression form(
        QStringLiteral("^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]{1,3})?$"));
    static const QRegularExpression twoMeanings(QStringLiteral("^[+-]?[1-9][0-9]{0,2},[0-9]{3}$"));
    if (!form.match(packed).hasMatch() || twoMeanings.match(packed).hasMatch()) return std::nullopt;
    packed.replace(u',', u'.');
    bool ok = false;
    const double number = packed.toDouble(&ok);
    if (!ok || !std::isfinite(number)) return std::nullopt;
    return number == 0 ? 0.0 : number;
}

std::optional<Date> dateFrom(const QString& text) {
    const QString trimmed = text.trimmed();
    if (const std::optional<Date> date = base::parseDate(fromQt(trimmed))) return date;
    static const QRegularExpression words(QStringLiteral("^([0-9]{1,2})\\.? +(\\p{L}{3,})\\.?,? +([0-9]{4})$"));
    if (const auto match = words.match(trimmed); match.hasMatch()) {
        static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                    "may",       "june",     "july",     "august",
                                                                    "september", "october",  "november", "december"};
        const std::string typed = fromQt(match.captured(2).toLower());
        for (std::size_t month = 0; month < months.size(); ++month)
            if (months[month].starts_with(typed))
                return base::makeDate(match.captured(3).toInt(), static_cast<int>(month) + 1,
                                      match.captured(1).toInt());
        return std::nullopt;
    }
    static const QRegularExpression dotted(QStringLiteral("^([0-9]{1,2})\\. ?([0-9]{1,2})\\. ?([0-9]{4})$"));
    if (const auto match = dotted.match(trimmed); match.hasMatch())
        return base::makeDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return std::nullopt;
}

std::optional<Period> periodFrom(const QString& text) {
    const QString lower = text.trimmed().toLower();
    if (const std::optional<Period> period = base::parsePeriod(fromQt(text.trimmed().toUpper()))) return period;
    struct Word {
        QLatin1String word;
        Period period;
    };
    static const std::array<Word, 9> words = {{{QLatin1String("daily"), {0, 0, 0, 1}},
                                               {QLatin1String("weekly"), {0, 0, 1, 0}},
                                               {QLatin1String("fortnightly"), {0, 0, 2, 0}},
                                               {QLatin1String("monthly"), {0, 1, 0, 0}},
                                               {QLatin1String("quarterly"), {0, 3, 0, 0}},
                                               {QLatin1String("half-yearly"), {0, 6, 0, 0}},
                                               {QLatin1String("yearly"), {1, 0, 0, 0}},
                                               {QLatin1String("annually"), {1, 0, 0, 0}},
                                               {QLatin1String("every quarter"), {0, 3, 0, 0}}}};
    for (const Word& each : words)
        if (lower == each.word) return each.period;

    static const QRegularExpression prefix(QStringLiteral("^every +"));
    static const QRegularExpression separators(QStringLiteral("[, ]+and +|, *| +(?=[0-9])"));
    static const QRegularExpression part(QStringLiteral("^([0-9]{0,4}) *(day|week|month|year)s?$"));
    QString rest = lower;
    rest.remove(prefix);
    Period period;
    for (const QString& each : rest.split(separators, Qt::SkipEmptyParts)) {
        const auto match = part.match(each.trimmed());
        if (!match.hasMatch()) return std::nullopt;
        const int count = match.captured(1).isEmpty() ? 1 : match.captured(1).toInt();
        switch (match.captured(2)[0].unicode()) {
        case u'd': period.days = count; break;
        case u'w': period.weeks = count; break;
        case u'm': period.months = count; break;
        default: period.years = count; break;
        }
    }
    if (period == Period{}) return std::nullopt;
    return period;
}

FieldEdit::FieldEdit(model::Model model)
    : m_model(std::move(model)), m_daySeconds(8 * hourSeconds), m_weekSeconds(5 * m_daySeconds) {
    if (!m_model.isValid()) return;
    const model::Plan& plan = m_model.plan();
    m_daySeconds = secondsOf(plan.hoursPerDay.value_or(8));
    m_weekSeconds = std::llround(static_cast<double>(m_daySeconds) * plan.daysPerWeek.value_or(5));
}

QString FieldEdit::durationText(Duration duration) const {
    std::int64_t left = std::abs(duration.seconds);
    const QString sign = duration.seconds < 0 ? QStringLiteral("-") : QString();
    if (left == 0) return QStringLiteral("0 h");
    if (left >= m_daySeconds)
        if (const auto days = exactly(left, m_daySeconds)) return sign + *days + QStringLiteral(" d");
    if (left >= hourSeconds)
        if (const auto hours = exactly(left, hourSeconds)) return sign + *hours + QStringLiteral(" h");
    if (left < hourSeconds && left % minuteSeconds == 0)
        return sign + QString::number(left / minuteSeconds) + QStringLiteral(" min");

    QStringList parts;
    const auto take = [&](std::int64_t unit, const char* name) {
        if (left >= unit) parts += QString::number(left / unit) + QLatin1Char(' ') + QLatin1String(name);
        left %= unit;
    };
    take(m_daySeconds, "d");
    take(hourSeconds, "h");
    take(minuteSeconds, "min");
    take(1, "s");
    return sign + parts.join(u' ');
}

Result<Duration> FieldEdit::duration(const QString& text) const {
    const base::Error error =
        failure("not-a-time", fromQt(tr("“%1” is no length of time. Write it like 2 h, 30 min or 3 d.").arg(text)));
    QString rest = text.trimmed().toLower();
    bool isNegative = false;
    if (rest.startsWith(u'-') || rest.startsWith(u'−')) {
        isNegative = true;
        rest = rest.mid(1).trimmed();
    }
    if (rest.isEmpty()) return error;

    double seconds = 0;
    static const QRegularExpression clock(QStringLiteral("^([0-9]{1,6}):([0-5][0-9])$"));
    static const QRegularExpression part(
        QStringLiteral("^([0-9 ]*[0-9]([.,][0-9]*)?|[.,][0-9]+) *"
                       "(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)?(?![a-z]) *"));
    if (const auto match = clock.match(rest); match.hasMatch()) {
        seconds =
            static_cast<double>(match.captured(1).toInt() * hourSeconds + match.captured(2).toInt() * minuteSeconds);
        rest.clear();
    }
    bool isFirst = true;
    while (!rest.isEmpty()) {
        const auto match = part.match(rest);
        const std::optional<double> number = match.hasMatch() ? numberFrom(match.captured(1)) : std::nullopt;
        const QString unit = match.captured(3);
        rest = rest.mid(match.capturedLength());
        if (!number || (unit.isEmpty() && !(isFirst && rest.isEmpty()))) return error;
        isFirst = false;
        const double amount = number.value_or(0);
        if (unit.startsWith(u'w'))
            seconds += amount * static_cast<double>(m_weekSeconds);
        else if (unit.startsWith(u'd'))
            seconds += amount * static_cast<double>(m_daySeconds);
        else if (unit.startsWith(u'm'))
            seconds += amount * static_cast<double>(minuteSeconds);
        else if (unit.startsWith(u's'))
            seconds += amount;
        else
            seconds += amount * static_cast<double>(hourSeconds);
    }
    if (seconds > longestHours * static_cast<double>(hourSeconds))
        return failure("out-of-range", fromQt(tr("“%1” is longer than a plan can hold.").arg(text)));
    const std::int64_t whole = std::llround(seconds);
    return Duration{isNegative ? -whole : whole};
}

QString FieldEdit::text(const FieldDescription& field, const FieldValue& value) const {
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](const std::string& words) { return toQt(words); },
                          [](const std::vector<std::string>& texts) {
                              QStringList each;
                              for (const std::string& words : texts) each += toQt(words);
                              return each.join(QStringLiteral("; "));
                          },
                          [](double number) { return toQt(model::numberText(number)); },
                          [this](Duration duration) { return durationText(duration); },
                          [](Date date) { return toQt(base::toWords(date)); },
                          [](Period period) { return toQt(base::toWords(period)); },
                          [](bool yes) { return yes ? tr("yes") : tr("no"); },
                          [&field](ChoiceValue choice) {
                              return choice.index < field.choices.size() ? toQt(field.choices[choice.index].label)
                                                                         : QString();
                          },
                          [this](const AnyId& id) { return id ? toQt(model::shortName(m_model, id)) : QString(); },
                          [this](const std::vector<AnyId>& ids) {
                              QStringList names;
                              for (const AnyId& id : ids) names += toQt(model::shortName(m_model, id));
                              return names.join(QStringLiteral("; "));
                          },
                      },
                      value);
}

Result<FieldValue> FieldEdit::value(const FieldDescription& field, const QString& text) const {
    const QString trimmed = text.trimmed();
    switch (field.type) {
    case FieldType::text: return FieldValue(fromQt(field.options.isMultiline ? text : oneLine(text)));
    case FieldType::texts: {
        std::vector<std::string> texts;
        for (const QString& each : trimmed.split(u';'))
            if (const QString line = oneLine(each); !line.isEmpty()) texts.push_back(fromQt(line));
        return FieldValue(std::move(texts));
    }
    case FieldType::number: return trimmed.isEmpty() ? FieldValue() : number(field, trimmed);
    case FieldType::duration: {
        if (trimmed.isEmpty()) return FieldValue();
        const Result<Duration> read = duration(trimmed);
        if (!read) return read.error();
        return FieldValue(*read);
    }
    case FieldType::date: {
        if (trimmed.isEmpty()) return FieldValue();
        if (const std::optional<Date> date = dateFrom(trimmed)) return FieldValue(*date);
        return failure("not-a-date",
                       fromQt(tr("“%1” is no date. Write it like 24 Nov 2026 or 2026-11-24.").arg(trimmed)));
    }
    case FieldType::period: {
        if (trimmed.isEmpty()) return FieldValue();
        if (const std::optional<Period> period = periodFrom(trimmed)) return FieldValue(*period);
        return failure("not-a-period",
                       fromQt(tr("“%1” is no rhythm. Write it like every 3 months, or weekly.").arg(trimmed)));
    }
    case FieldType::boolean: {
        const QString lower = trimmed.toLower();
        if (lower == tr("yes") || lower == QLatin1String("true") || lower == QLatin1String("1"))
            return FieldValue(true);
        if (lower.isEmpty() || lower == tr("no") || lower == QLatin1String("false") || lower == QLatin1String("0"))
            return FieldValue(false);
        return failure("not-a-choice", fromQt(tr("“%1” is neither yes nor no.").arg(trimmed)));
    }
    case FieldType::choice: return choice(field, trimmed);
    case FieldType::reference: return trimmed.isEmpty() ? FieldValue(AnyId()) : reference(field, trimmed);
    case FieldType::references: return references(field, trimmed);
    case FieldType::children: break;
    }
    return failure("owned", fromQt(tr("%1 cannot be changed as text.").arg(toQt(field.options.label))));
}

Result<FieldValue> FieldEdit::number(const FieldDescription& field, QString text) const {
    const QString unit = toQt(field.options.unit);
    QString digits = text;
    if (!unit.isEmpty() && digits.endsWith(unit, Qt::CaseInsensitive)) digits.chop(unit.size());
    const std::optional<double> number = numberFrom(digits);
    if (!number) return failure("not-a-number", fromQt(tr("“%1” is no number. Write it like 1200 or 2.5.").arg(text)));
    if (*number < field.options.min || *number > field.options.max) {
        const QString label = toQt(field.options.label);
        const QString low = toQt(model::numberText(field.options.min));
        if (!std::isfinite(field.options.max))
            return failure("out-of-range", fromQt(tr("%1 is at least %2.").arg(label, low)));
        return failure(
            "out-of-range",
            fromQt(tr("%1 is between %2 and %3.").arg(label, low, toQt(model::numberText(field.options.max)))));
    }
    return FieldValue(*number);
}

Result<FieldValue> FieldEdit::choice(const FieldDescription& field, const QString& text) const {
    if (text.isEmpty()) return FieldValue(ChoiceValue{0});
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const bool fits = text.compare(toQt(field.choices[i].label), Qt::CaseInsensitive) == 0 ||
                          text.compare(toQt(field.choices[i].name), Qt::CaseInsensitive) == 0;
        if (fits) return FieldValue(ChoiceValue{static_cast<std::uint8_t>(i)});
    }
    QStringList labels;
    for (const model::Choice& each : field.choices) labels += toQt(each.label);
    return failure("not-a-choice", fromQt(tr("“%1” is not one of: %2.").arg(text, labels.join(QStringLiteral(", ")))));
}

Result<FieldValue> FieldEdit::reference(const FieldDescription& field, const QString& name) const {
    const std::string wanted = fromQt(name);
    if (const AnyId id(wanted); id && m_model.contains(id) && contains(field.options.targets, *model::kindOf(id)))
        return FieldValue(id);
    AnyId found;
    for (const Kind kind : model::allKinds()) {
        if (!contains(field.options.targets, kind)) continue;
        for (const model::EntityPtr& row : m_model.table(kind).rows()) {
            if (model::shortName(m_model, row->id) != wanted) continue;
            if (found)
                return failure("two-names",
                               fromQt(tr("More than one is called “%1”. Choose it from the list.").arg(name)));
            found = row->id;
        }
    }
    if (!found) return failure("unknown-name", fromQt(tr("Nothing here is called “%1”.").arg(name)));
    return FieldValue(found);
}

Result<FieldValue> FieldEdit::references(const FieldDescription& field, const QString& text) const {
    std::vector<AnyId> ids;
    for (const QString& each : text.split(u';', Qt::SkipEmptyParts)) {
        const QString name = each.trimmed();
        if (name.isEmpty()) continue;
        const Result<FieldValue> one = reference(field, name);
        if (!one) return one.error();
        const AnyId& id = std::get<AnyId>(*one);
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return FieldValue(std::move(ids));
}

} // namespace flowspine::adapters
