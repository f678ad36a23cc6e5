#include "panels/finding_rows.h"

#include "panels/finding_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace flowspine::panels {

using analysis::Area;
using analysis::Finding;
using base::AnyId;

namespace {

constexpr std::array areas = {Area::outcomes, Area::spine, Area::flows, Area::roadmap};
constexpr std::size_t mostLosses = 3;

QString translated(const char* text) {
    return QCoreApplication::translate("Findings", text);
}

AnyId rowId(const Finding& finding) {
    const std::string hash = QString::number(finding.entity.hash(), 16).toStdString();
    return AnyId(std::string(finding.ruleId) + "." + hash);
}

AnyId headingId(Area area) {
    return AnyId("heading." + std::to_string(static_cast<int>(area)));
}

bool isIn(const Finding& finding, const FindingFilter& filter, const QStringList& words) {
    if (filter.area && finding.area != *filter.area) return false;
    if (!filter.severities[static_cast<std::size_t>(finding.severity)]) return false;
    if (finding.isWaived() && !filter.withAccepted) return false;
    if (words.isEmpty()) return true;
    const analysis::Rule& rule = *analysis::findRule(finding.ruleId);
    const QString text = textOf(finding.sentence) + QLatin1Char(' ') + adapters::toQt(rule.id) + QLatin1Char(' ') +
                         ruleText(rule.condition);
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString points(double weight) {
    return QString::number(weight, 'g', 6);
}

} // namespace

bool FindingFilter::isOff() const {
    return !area && severities == std::array{true, true, true} && words.trimmed().isEmpty() && withAccepted;
}

std::vector<FindingRow> findingRows(const analysis::Evaluation& evaluation, const FindingFilter& filter) {
    const QStringList words = filter.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::array<std::vector<const Finding*>, areas.size()> found;
    for (const Finding& finding : evaluation.findings())
        if (isIn(finding, filter, words)) found[static_cast<std::size_t>(finding.area)].push_back(&finding);
    std::vector<FindingRow> rows;
    for (const Area area : areas) {
        auto& ofArea = found[static_cast<std::size_t>(area)];
        if (ofArea.empty()) continue;
        std::stable_sort(ofArea.begin(), ofArea.end(), [](const Finding* a, const Finding* b) {
            if (a->isWaived() != b->isWaived()) return b->isWaived();
            return a->severity < b->severity;
        });
        const auto open = std::count_if(ofArea.begin(), ofArea.end(), [](const Finding* f) { return !f->isWaived(); });
        rows.push_back({headingId(area), area, static_cast<std::size_t>(open), std::nullopt});
        for (const Finding* finding : ofArea) rows.push_back({rowId(*finding), area, 0, *finding});
    }
    return rows;
}

QString scoreExplanation(const analysis::AreaScore& score) {
    const std::optional<double> value = score.value();
    if (!value) return translated("Nothing was checked yet.");
    QString text = translated("%1 of 100: checks that pass weigh %2 of %3 points, an error 5, a warning 2, a note 0.5.")
                       .arg(qRound(*value))
                       .arg(points(score.passedWeight()), points(score.passedWeight() + score.failedWeight()));
    const std::vector<analysis::RuleTally> losses = score.losses();
    QStringList costly;
    for (std::size_t i = 0; i < losses.size() && i < mostLosses; ++i)
        costly += translated("%1 \u2212%2")
                      .arg(ruleText(analysis::findRule(losses[i].ruleId)->condition), points(losses[i].failedWeight));
    if (!costly.isEmpty())
        text += QLatin1Char(' ') + translated("Costliest: %1.").arg(costly.join(QStringLiteral(", ")));
    return text;
}

} // namespace flowspine::panels
