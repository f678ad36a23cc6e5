#include "project/model_reader.h"

#include "model/validate.h"
#include "project/format_header.h"
#include "project/line_index.h"
#include "project/migrations.h"
#include "project/numeric_locale.h"
#include "project/plan_builder.h"
#include "project/syntax_error.h"

#include <memory>
#include <string>

namespace flowspine::project {

namespace {

using base::Issue;
using base::Result;
using base::Severity;

std::unordered_map<model::AnyId, Place> placesIn(const PlanBuilder& builder, const LineIndex& lines) {
    std::unordered_map<model::AnyId, Place> places;
    places.reserve(builder.placedEntities().size());
    for (const PlanBuilder::PlacedEntity& placed : builder.placedEntities())
        places.emplace(placed.entity->id, lines.placeOf(placed.offset));
    return places;
}

void setPlace(base::Error& error, const Place& place) {
    error.line = place.line;
    error.column = place.column;
}

std::vector<Issue> issuesOf(const model::Model& model, const PlanBuilder& builder, std::string_view bytes) {
    std::vector<Issue> broken = model::validate(model);
    if (broken.empty() && builder.findings().empty()) return {};
    const LineIndex lines(bytes);
    std::vector<Issue> issues;
    for (const PlanBuilder::Finding& finding : builder.findings()) {
        issues.push_back(finding.issue);
        setPlace(issues.back().error, lines.placeOf(finding.offset));
    }
    if (broken.empty()) return issues;
    const std::unordered_map<model::AnyId, Place> places = placesIn(builder, lines);
    for (Issue& issue : broken) {
        const auto place = places.find(model::AnyId(issue.error.pointer));
        if (place != places.end()) setPlace(issue.error, place->second);
        issues.push_back(std::move(issue));
    }
    return issues;
}

Result<ReadModel> build(std::string_view bytes, const Limits& limits, int version) {
    const bool isNewer = version > currentFormatVersion;
    const std::unique_ptr<PlanBuilder> builder =
        PlanBuilder::read(bytes, limits, isNewer ? Reading::tolerant : Reading::strict);
    if (builder->hasError()) return placed(builder->error().issue.error, bytes, builder->error().offset);
    ReadModel read;
    read.model = builder->takeModel();
    read.formatVersion = version;
    read.isNewerFormat = isNewer;
    read.issues = issuesOf(read.model, *builder, bytes);
    return read;
}

// Places in a migrated text mean nothing to the user.
Result<ReadModel> buildMigrated(std::string_view bytes, const Limits& limits, int version,
                                std::span<const MigrationStep> migrations) {
    const Result<std::string> migrated = migrate(bytes, version, limits, migrations);
    if (!migrated) return migrated.error();
    Result<ReadModel> read = build(*migrated, limits, currentFormatVersion);
    if (!read) {
        base::Error error = read.error();
        setPlace(error, {});
        return error;
    }
    read.value().formatVersion = version;
    for (Issue& issue : read.value().issues) setPlace(issue.error, {});
    return read;
}

} // namespace

Result<ReadModel> readModel(std::string_view bytes, const Limits& limits) {
    return readModel(bytes, limits, migrationSteps());
}

Result<ReadModel> readModel(std::string_view bytes, const Limits& limits, std::span<const MigrationStep> migrations) {
    if (const std::optional<SyntaxError> bad = checkBeforeParsing(bytes, limits))
        return placed(bad->error, bytes, bad->offset);
    const NumericLocale pointIsPoint;
    const Result<int> version = readFormatVersion(bytes);
    if (!version) return version.error();
    Result<ReadModel> read = *version < currentFormatVersion ? buildMigrated(bytes, limits, *version, migrations)
                                                             : build(bytes, limits, *version);
    if (read && bytes.starts_with("\xEF\xBB\xBF")) {
        base::Error mark = base::failure("byte-order-mark", "The file starts with a byte order mark, which a plan does "
                                                            "not need; saving leaves it out.");
        setPlace(mark, {1, 1});
        read.value().issues.insert(read.value().issues.begin(), Issue{Severity::info, std::move(mark)});
    }
    return read;
}

std::unordered_map<model::AnyId, Place> placesOf(std::string_view bytes) {
    const NumericLocale pointIsPoint;
    const Limits limits;
    const std::unique_ptr<PlanBuilder> builder = PlanBuilder::read(bytes, limits, Reading::tolerant);
    if (builder->hasError()) return {};
    return placesIn(*builder, LineIndex(bytes));
}

} // namespace flowspine::project
