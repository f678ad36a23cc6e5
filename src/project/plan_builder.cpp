#include "project/plan_builder.h"

#include "project/field_value.h"
#include "project/json_scanner.h"
#include "project/line_index.h"
#include "project/syntax_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace flowspine::project {

namespace {

using base::Error;
using base::failure;
using model::AnyId;
using model::EntityPtr;
using model::FieldDescription;
using model::FieldType;
using model::FieldValue;
using model::Kind;

constexpr std::size_t mostFields = 60;
constexpr std::uint64_t idBit = std::uint64_t{1} << 63U;
constexpr std::uint64_t formatBit = std::uint64_t{1} << 62U;
constexpr std::uint64_t versionBit = std::uint64_t{1} << 61U;

// "a team", "an outcome"
std::string withArticle(std::string_view name) {
    const bool isVowel = std::string_view("aeiou").find(name[0]) != std::string_view::npos;
    return (isVowel ? "an " : "a ") + std::string(name);
}

bool isList(FieldType type) {
    return type == FieldType::texts || type == FieldType::references || type == FieldType::children;
}

} // namespace

PlanBuilder::PlanBuilder(std::string_view bytes, const Limits& limits, Reading reading)
    : m_source(bytes), m_limits(limits), m_reading(reading) {}

std::unique_ptr<PlanBuilder> PlanBuilder::read(std::string_view bytes, const Limits& limits, Reading reading) {
    std::unique_ptr<PlanBuilder> builder(new PlanBuilder(bytes, limits, reading));
    const Scan scan = JsonScanner(builder->m_source, *builder).run();
    if (scan == Scan::finished) static_cast<void>(builder->finish());
    if (scan != Scan::unsure) return builder;
    builder.reset(new PlanBuilder(bytes, limits, reading));
    if (nlohmann::json::sax_parse(builder->m_source.begin(), ByteSource::end(), builder.get()))
        static_cast<void>(builder->finish());
    return builder;
}

// ---- Events ----

bool PlanBuilder::null() {
    m_token = Token::word;
    if (!m_capture.isOpen()) return refuseType("null");
    m_capture.word("null");
    afterCaptured();
    return true;
}

bool PlanBuilder::boolean(bool value) {
    m_token = Token::word;
    if (m_capture.isOpen()) {
        m_capture.word(value ? "true" : "false");
        afterCaptured();
        return true;
    }
    const bool fits = m_open != 0 && frame().member == Member::field && frame().field->type == FieldType::boolean;
    return fits ? setField(value) : refuseType(value ? "true" : "false");
}

bool PlanBuilder::number_integer(std::int64_t value) {
    const auto number64 = static_cast<double>(value);
    return number(number64, number64 >= -0x1p63 && static_cast<std::int64_t>(number64) == value);
}

bool PlanBuilder::number_unsigned(std::uint64_t value) {
    const auto number64 = static_cast<double>(value);
    return number(number64, number64 < 0x1p64 && static_cast<std::uint64_t>(number64) == value);
}

bool PlanBuilder::number(double value, bool isExact) {
    m_token = Token::number;
    if (m_capture.isOpen()) {
        m_capture.word(m_source.numberText());
        afterCaptured();
        return true;
    }
    if (m_open != 0 && frame().member == Member::header) return true;
    const bool fits = m_open != 0 && frame().member == Member::field && frame().field->type == FieldType::number;
    if (!fits) return refuseType("a number");
    if (!isExact)
        m_findings.push_back(
            {{base::Severity::warning,
              about(frame(), failure("rounded-number", "is too large to be kept exactly and was rounded."))},
             m_source.startOf(m_token)});
    return setField(value);
}

bool PlanBuilder::string(std::string& text) {
    m_token = Token::text;
    if (!checkSize(text)) return false;
    if (m_capture.isOpen()) {
        m_capture.text(text);
        afterCaptured();
        return true;
    }
    if (m_open == 0) return refuseType("text");
    Frame& open = frame();
    switch (open.member) {
    case Member::header: return true;
    case Member::id: {
        const AnyId id(text);
        if (model::kindOf(id) != open.type->kind)
            return refuseHere(failure("bad-id", inQuotes(text) + " is not the id of " + withArticle(open.type->name) +
                                                    ": it must start with “" +
                                                    std::string(model::idPrefix(open.type->kind)) +
                                                    "-” and have at most " + std::to_string(AnyId::maxLength) +
                                                    " letters, digits, hyphens, underscores and dots."));
        open.entity->id = id;
        return true;
    }
    case Member::field: break;
    }
    if (open.inList) return listElement(text);
    base::Result<FieldValue> value = fromText(*open.field, text);
    if (!value) return refuseHere(about(open, value.error()));
    return setField(std::move(value).value());
}

bool PlanBuilder::listElement(std::string& text) {
    Frame& open = frame();
    if (open.field->type == FieldType::texts) {
        open.texts.emplace_back(text);
        return true;
    }
    if (open.field->type == FieldType::children) return refuseType("text");
    const base::Result<AnyId> id = idFromText(text);
    if (!id) return refuseHere(about(open, id.error()));
    open.ids.push_back(*id);
    return true;
}

bool PlanBuilder::start_object(std::size_t) {
    m_token = Token::brace;
    if (!descend()) return false;
    if (!m_capture.isOpen()) {
        if (m_open == 0) {
            openEntity(Kind::plan);
            return true;
        }
        if (frame().inList && frame().field->type == FieldType::children) {
            openEntity(childKind(*frame().field));
            return true;
        }
        if (!refuseType("an object")) return false;
        skipValue();
    }
    m_capture.startObject();
    return true;
}

bool PlanBuilder::start_array(std::size_t) {
    m_token = Token::bracket;
    if (!descend()) return false;
    if (!m_capture.isOpen()) {
        const bool fits =
            m_open != 0 && frame().member == Member::field && !frame().inList && isList(frame().field->type);
        if (fits) {
            frame().inList = true;
            return true;
        }
        if (!refuseType("a list")) return false;
        skipValue();
    }
    m_capture.startArray();
    return true;
}

bool PlanBuilder::end_array() {
    --m_depth;
    if (m_capture.isOpen()) {
        m_capture.end();
        afterCaptured();
        return true;
    }
    Frame& open = frame();
    open.inList = false;
    // Copies, so that the plan holds no spare capacity and the frame keeps its own.
    if (open.field->type == FieldType::texts) {
        const bool ok = setField(std::vector<std::string>(std::make_move_iterator(open.texts.begin()),
                                                          std::make_move_iterator(open.texts.end())));
        open.texts.clear();
        return ok;
    }
    const bool ok = setField(std::vector<AnyId>(open.ids.begin(), open.ids.end()));
    open.ids.clear();
    return ok;
}

bool PlanBuilder::key(std::string& name) {
    m_token = Token::text;
    if (!checkSize(name)) return false;
    const auto twice = [&](std::string_view owner) {
        return fail(failure("duplicate-member", std::string(owner) + " has the member " + inQuotes(name) + " twice."),
                    m_source.startOf(m_token));
    };
    if (m_capture.isOpen()) return m_capture.key(name) || twice("This object");

    Frame& open = frame();
    std::uint64_t bit = 0;
    if (name == "id") {
        open.member = Member::id;
        bit = idBit;
    } else if (const FieldDescription* field = findField(open, name)) {
        open.member = Member::field;
        open.field = field;
        open.nextField = static_cast<std::uint16_t>(field->index + 1);
        bit = std::uint64_t{1} << field->index;
    } else if (open.type->kind == Kind::plan && (name == "format" || name == "formatVersion")) {
        open.member = Member::header;
        bit = name == "format" ? formatBit : versionBit;
    } else {
        return startUnknown(name) || twice("This " + std::string(open.type->name));
    }
    if ((open.seen & bit) != 0) return twice("This " + std::string(open.type->name));
    open.seen |= bit;
    return true;
}

bool PlanBuilder::end_object() {
    --m_depth;
    if (m_capture.isOpen()) {
        m_capture.end();
        afterCaptured();
        return true;
    }
    return closeEntity();
}

// ---- Entities and members ----

void PlanBuilder::openEntity(Kind kind) {
    if (m_open == m_frames.size()) m_frames.emplace_back();
    Frame& open = m_frames[m_open++];
    open.type = &model::entityType(kind);
    assert(open.type->fields.size() <= mostFields);
    open.entity = open.type->make();
    open.start = m_source.offset() - 1;
    open.seen = 0;
    open.nextField = 0;
    open.member = Member::header;
    open.inList = false;
}

bool PlanBuilder::closeEntity() {
    Frame& open = frame();
    --m_open;
    const std::shared_ptr<model::Entity> entity = std::move(open.entity);
    if (!open.extra.empty()) {
        std::stable_sort(open.extra.begin(), open.extra.end(),
                         [](const model::ExtraMember& a, const model::ExtraMember& b) { return a.after < b.after; });
        entity->extra = model::Extra(std::exchange(open.extra, {}));
        open.extraNames.clear();
    }
    if (entity->id.isEmpty()) {
        // Without a member “id” this is the first to be heard of it; a refused one was reported already.
        if ((open.seen & idBit) != 0) return true;
        return refuse(failure("bad-id", "This " + std::string(open.type->name) + " has no id."), open.start);
    }
    if (m_open != 0) frame().ids.push_back(entity->id);
    m_placed.push_back({entity.get(), open.start});
    m_rows[static_cast<std::size_t>(open.type->kind)].push_back(entity);
    return true;
}

const FieldDescription* PlanBuilder::findField(const Frame& open, std::string_view name) const {
    // Files are written in the order of the fields.
    const auto fields = open.type->fields;
    for (std::size_t i = open.nextField; i < fields.size(); ++i)
        if (fields[i].name == name) return &fields[i];
    for (std::size_t i = 0; i < open.nextField; ++i)
        if (fields[i].name == name) return &fields[i];
    return nullptr;
}

bool PlanBuilder::startUnknown(std::string& name) {
    if (!frame().extraNames.insert(name).second) return false;
    m_captureName = name;
    m_capture.start();
    return true;
}

void PlanBuilder::skipValue() {
    m_isSkipping = true;
    m_capture.start();
}

void PlanBuilder::afterCaptured() {
    if (m_capture.isOpen()) return;
    if (!m_isSkipping) frame().extra.push_back({m_captureName, m_capture.take(), frame().nextField});
    m_isSkipping = false;
}

bool PlanBuilder::setField(FieldValue value) {
    if (frame().field->set(*frame().entity, std::move(value))) return true;
    return refuseHere(about(frame(), failure("wrong-type", "cannot hold this value.")));
}

bool PlanBuilder::descend() {
    if (++m_depth <= m_limits.maxDepth) return true;
    return fail(failure("too-deep", "Lists and objects are nested more than " + std::to_string(m_limits.maxDepth) +
                                        " deep here; no plan needs that."),
                m_source.startOf(m_token));
}

bool PlanBuilder::checkSize(const std::string& text) {
    if (text.size() <= m_limits.maxStringBytes) return true;
    return fail(failure("string-too-long", "This text has " + std::to_string(text.size()) + " bytes; at most " +
                                               std::to_string(m_limits.maxStringBytes) + " are allowed."),
                m_source.startOf(m_token));
}

// `rows` are sorted; of entities with one id the first in the file stays.
bool PlanBuilder::refuseTwins(model::EntityTable::Rows& rows) {
    const auto same = [](const EntityPtr& a, const EntityPtr& b) { return a->id == b->id; };
    if (std::adjacent_find(rows.begin(), rows.end(), same) == rows.end()) return true;
    const LineIndex lines(m_source.bytes());
    std::unordered_map<const model::Entity*, std::size_t> offsets;
    for (const PlacedEntity& placed : m_placed) offsets.emplace(placed.entity, placed.offset);
    EntityPtr first = rows.front();
    std::unordered_set<const model::Entity*> twins;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!same(first, rows[i])) {
            first = rows[i];
            continue;
        }
        const std::string id(first->id.text());
        const std::size_t line = lines.placeOf(offsets.at(first.get())).line;
        Error error = failure(
            "duplicate-id",
            inQuotes(id) + " names two entities: this one and the one at line " + std::to_string(line) + ".", id);
        if (!refuse(std::move(error), offsets.at(rows[i].get()))) return false;
        twins.insert(rows[i].get());
    }
    std::erase_if(m_placed, [&](const PlacedEntity& placed) { return twins.contains(placed.entity); });
    std::erase_if(rows, [&](const EntityPtr& row) { return twins.contains(row.get()); });
    return true;
}

bool PlanBuilder::finish() {
    for (model::EntityTable::Rows& rows : m_rows) {
        std::stable_sort(rows.begin(), rows.end(),
                         [](const EntityPtr& a, const EntityPtr& b) { return a->id < b->id; });
        if (!refuseTwins(rows)) return false;
    }
    std::array<model::EntityTable, model::kindCount> tables;
    for (std::size_t i = 0; i < model::kindCount; ++i) {
        m_rows[i].shrink_to_fit();
        tables[i] = model::EntityTable(std::move(m_rows[i]));
    }
    m_model = model::Model(std::move(tables));
    return m_model.isValid() ||
           fail(failure("wrong-format", "There is no plan in this file: its outermost object has no id."), 0);
}

// ---- Errors ----

bool PlanBuilder::fail(Error error, std::size_t offset) {
    m_error = Finding{{base::Severity::error, std::move(error)}, offset};
    return false;
}

bool PlanBuilder::refuse(Error error, std::size_t offset) {
    if (m_reading == Reading::strict) return fail(std::move(error), offset);
    m_findings.push_back({{base::Severity::warning, std::move(error)}, offset});
    return true;
}

bool PlanBuilder::refuseHere(Error error) {
    return refuse(std::move(error), m_source.startOf(m_token));
}

bool PlanBuilder::refuseType(std::string_view found) {
    if (m_open == 0)
        return fail(failure("wrong-format", "A plan is a JSON object; this is " + std::string(found) + "."),
                    m_source.startOf(m_token));
    const Frame& open = frame();
    switch (open.member) {
    case Member::header:
        return refuseHere(
            failure("wrong-format", "“format” and “formatVersion” cannot be " + std::string(found) + "."));
    case Member::id:
        return refuseHere(failure("wrong-type", "The id of " + withArticle(open.type->name) +
                                                    " must be text; here it is " + std::string(found) + "."));
    case Member::field: break;
    }
    return refuseHere(about(open, open.inList ? wrongElement(*open.field, found) : wrongType(*open.field, found)));
}

Error PlanBuilder::about(const Frame& open, Error error) const {
    const std::string id(open.entity->id.text());
    std::string subject = "“" + std::string(open.field->name) + "” of ";
    if (open.type->kind == Kind::plan)
        subject += "the plan ";
    else if (id.empty())
        subject += "this " + std::string(open.type->name) + " ";
    else
        subject += std::string(open.type->name) + " “" + id + "” ";
    error.message = subject + error.message;
    error.pointer = id;
    return error;
}

void PlanBuilder::noteSyntaxError(std::string_view what) {
    SyntaxError error = explainSyntaxError(m_source, what);
    static_cast<void>(fail(std::move(error.error), error.offset));
}

} // namespace flowspine::project
