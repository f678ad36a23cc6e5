// A field's value as text to edit, and back: "2 h", "30 min", "3 d", "24 Nov 2026", "every 3 months", names for
// references. The text of a value always reads back as the same value. Days and weeks are those of the plan's calendar.
#pragma once

#include "base/result.h"
#include "model/field.h"
#include "model/model.h"

#include <QCoreApplication>
#include <QString>

namespace flowspine::adapters {

class FieldEdit {
    Q_DECLARE_TR_FUNCTIONS(FieldEdit)

  public:
    // Keeps a copy: names and calendar are those of `model`.
    explicit FieldEdit(model::Model model);

    // Empty for what is not stated. Lists are separated by "; ".
    [[nodiscard]] QString text(const model::FieldDescription& field, const model::FieldValue& value) const;
    // Errors, with a sentence for the person who typed: not-a-number, out-of-range, not-a-time, not-a-date,
    // not-a-period, not-a-choice, unknown-name, two-names, owned.
    [[nodiscard]] base::Result<model::FieldValue> value(const model::FieldDescription& field,
                                                        const QString& text) const;

    [[nodiscard]] QString durationText(base::Duration duration) const;
    // "2 h", "1 d 4 h", "1.5 d", "90 min", "1:30"; a bare number means hours.
    [[nodiscard]] base::Result<base::Duration> duration(const QString& text) const;

  private:
    [[nodiscard]] base::Result<model::FieldValue> number(const model::FieldDescription& field, QString text) const;
    [[nodiscard]] base::Result<model::FieldValue> reference(const model::FieldDescription& field,
                                                            const QString& name) const;
    [[nodiscard]] base::Result<model::FieldValue> references(const model::FieldDescription& field,
                                                             const QString& text) const;
    [[nodiscard]] base::Result<model::FieldValue> choice(const model::FieldDescription& field,
                                                         const QString& text) const;

    model::Model m_model;
    std::int64_t m_daySeconds;
    std::int64_t m_weekSeconds;
};

// "2.5", "1 000", "2,5"; nullopt also for "1,000", which could mean two things.
[[nodiscard]] std::optional<double> numberFrom(const QString& text);
// "2026-11-24", "24 Nov 2026", "24 November 2026", "24.11.2026".
[[nodiscard]] std::optional<base::Date> dateFrom(const QString& text);
// "every 3 months", "2 weeks", "monthly", "P3M".
[[nodiscard]] std::optional<base::Period> periodFrom(const QString& text);

} // namespace flowspine::adapters
