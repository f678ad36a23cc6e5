#include "support/random_value.h"

#include "model/entity_type.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace flowspine::test {

namespace {

using model::FieldDescription;
using model::FieldType;
using model::FieldValue;
using model::Kind;
using model::Model;

const std::vector<std::string>& words() {
    static const std::vector<std::string> all = {"Check",      "zoning",
                                                 "permit",     "Überprüfung",
                                                 "naïve",      "Ελλάδα",
                                                 "Привет",     "日本語",
                                                 "한국어",     "العربية",
                                                 "עברית",      "हिन्दी",
                                                 "ไทย",        "👩‍👩‍👧‍👦",
                                                 "🚧",          "e\u0301",
                                                 "ﬁeld",       "\u202Ertl\u202C",
                                                 "a→b",        "“quoted”",
                                                 "\"plain\"",  "back\\slash",
                                                 "<b>tag</b>", "&amp;",
                                                 "%1",         "{0}",
                                                 "null",       "=SUM(A1)",
                                                 "\tTab",      "1e5",
                                                 "C:\\temp",   "\u00A0",
                                                 "\uFEFF",     "𝔘𝔫𝔦",
                                                 "ß",          "it's"};
    return all;
}

// Legal in JSON strings only when escaped, or at the edges of UTF-8's lengths.
const std::vector<std::string>& oddities() {
    static const std::vector<std::string> all = {
        std::string(1, '\0'), "\x01",       "\x1f",   "\x7f", "\u0080", "\u07FF", "\u0800", "\uFFFD",
        "\U00010000",         "\U0010FFFF", "\u2028", "\r\n"};
    return all;
}

double randomNumber(Random& random, const FieldDescription& field) {
    static const std::vector<double> extremes = {0.0,
                                                 1.0,
                                                 0.1,
                                                 1.0 / 3.0,
                                                 100.0,
                                                 1e21,
                                                 9007199254740993.0,
                                                 123456789.125,
                                                 -1.0,
                                                 -0.5,
                                                 std::numeric_limits<double>::max(),
                                                 std::numeric_limits<double>::lowest(),
                                                 std::numeric_limits<double>::min(),
                                                 std::numeric_limits<double>::denorm_min()};
    const double low = std::isfinite(field.options.min) ? field.options.min : -1e6;
    const double high = std::isfinite(field.options.max) ? field.options.max : low + 1e6;
    const auto inside = [&field](double x) { return x >= field.options.min && x <= field.options.max; };
    switch (random.below(6)) {
    case 0: return random.chance(50) ? low : high;
    case 1: {
        const double extreme = random.pick(extremes);
        return inside(extreme) ? extreme : low;
    }
    case 2: return low + (high - low) * random.fraction();
    default: {
        const double whole = std::floor(low + (high - low) * random.fraction());
        return inside(whole) ? whole : high;
    }
    }
}

base::Date randomDate(Random& random) {
    static const std::vector<base::Date> edges = {*base::makeDate(1, 1, 1), *base::makeDate(9999, 12, 31),
                                                  *base::makeDate(2024, 2, 29), *base::makeDate(1900, 3, 1),
                                                  base::Date{0}};
    if (random.chance(10)) return random.pick(edges);
    return base::addDays(*base::makeDate(2024, 1, 1), static_cast<int>(random.between(0, 1500)));
}

base::Duration randomDuration(Random& random) {
    constexpr std::int64_t most = 1'000'000LL * 3600;
    static const std::vector<std::int64_t> edges = {0, 1, 59, 60, 3599, 3600, most, -most, -1};
    if (random.chance(20)) return {random.pick(edges)};
    return {random.between(0, 400) * (random.chance(60) ? 3600 : random.chance(60) ? 60 : 1)};
}

base::Period randomPeriod(Random& random) {
    base::Period period;
    switch (random.below(5)) {
    case 0: period.weeks = static_cast<std::int32_t>(random.between(1, 8)); break;
    case 1: period.months = static_cast<std::int32_t>(random.between(1, 24)); break;
    case 2: period.years = 1; break;
    case 3: period = {9999, 9999, 9999, 9999}; break;
    default:
        period = {0, static_cast<std::int32_t>(random.between(0, 3)), 0,
                  static_cast<std::int32_t>(random.between(1, 30))};
    }
    return period;
}

std::vector<Kind> kindsWithRows(const Model& model, const FieldDescription& field) {
    std::vector<Kind> kinds;
    for (const Kind kind : model::allKinds())
        if (model::contains(field.options.targets, kind) && model.table(kind).size() > 0) kinds.push_back(kind);
    return kinds;
}

model::AnyId randomTarget(Random& random, const Model& model, const FieldDescription& field) {
    const std::vector<Kind> kinds = kindsWithRows(model, field);
    return kinds.empty() ? model::AnyId{} : random.pick(model.table(random.pick(kinds)).rows())->id;
}

std::vector<model::AnyId> randomTargets(Random& random, const Model& model, const FieldDescription& field) {
    std::vector<model::AnyId> targets;
    for (std::size_t i = random.below(4); i > 0; --i) {
        const model::AnyId target = randomTarget(random, model, field);
        if (target && std::find(targets.begin(), targets.end(), target) == targets.end()) targets.push_back(target);
    }
    return targets;
}

// A value in canonical form, indented as if its member stood at the left margin.
std::string randomJson(Random& random) {
    static const std::vector<std::string> values = {
        "null",
        "true",
        "0",
        "-12.5",
        "1e+300",
        "\"\"",
        "\"später\"",
        "\"a \\\"quoted\\\" word\\nand a line\"",
        "[]",
        "{}",
        "[\n  1,\n  \"two\",\n  []\n]",
        "{\n  \"b\": 1,\n  \"a\": {\n    \"deep\": [\n      null\n    ]\n  }\n}",
    };
    return random.pick(values);
}

} // namespace

std::string randomText(Random& random, bool isMultiline) {
    if (random.chance(8)) return {};
    std::string text = random.pick(words());
    const std::size_t more = random.chance(4) ? 60 + random.below(100) : random.below(5);
    for (std::size_t i = 0; i < more; ++i) {
        text += isMultiline && random.chance(15) ? "\n" : " ";
        text += random.pick(words());
    }
    if (random.chance(3)) text += random.pick(oddities());
    return text;
}

FieldValue randomValue(Random& random, const Model& model, const FieldDescription& field) {
    switch (field.type) {
    case FieldType::text: return randomText(random, field.options.isMultiline);
    case FieldType::texts: {
        std::vector<std::string> texts;
        for (std::size_t i = random.below(4); i > 0; --i) texts.push_back(randomText(random, false));
        return texts;
    }
    case FieldType::number: return randomNumber(random, field);
    case FieldType::duration: return randomDuration(random);
    case FieldType::date: return randomDate(random);
    case FieldType::period: return randomPeriod(random);
    case FieldType::boolean: return random.chance(50);
    case FieldType::choice: return model::ChoiceValue{static_cast<std::uint8_t>(random.below(field.choices.size()))};
    case FieldType::reference: return randomTarget(random, model, field);
    case FieldType::references: return randomTargets(random, model, field);
    case FieldType::children: return std::vector<model::AnyId>{};
    }
    std::abort();
}

model::Extra randomExtra(Random& random, const model::Entity& entity) {
    static const std::vector<std::string> names = {"x-risk", "futureField", "größe", "a b", "\"quoted\"",
                                                   "_",      "$ref",        "名前",  "ID",  "extra"};
    // Where a member stands is told by the stated field before it.
    std::vector<std::uint16_t> places = {0};
    for (const FieldDescription& field : model::entityType(entity).fields)
        if (!field.isDefault(entity)) places.push_back(static_cast<std::uint16_t>(field.index + 1));

    std::vector<model::ExtraMember> members;
    const std::size_t first = random.below(names.size());
    const std::size_t count = 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i)
        members.push_back({names[(first + i) % names.size()], randomJson(random), random.pick(places)});
    std::stable_sort(members.begin(), members.end(),
                     [](const model::ExtraMember& a, const model::ExtraMember& b) { return a.after < b.after; });
    return model::Extra(std::move(members));
}

} // namespace flowspine::test
