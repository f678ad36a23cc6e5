#include "editors/outcomes/outcome_block.h"

#include "adapters/cell_text.h"
#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "edit/outcome_edit.h"
#include "model/entity_type.h"

#include <array>
#include <unordered_map>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::oneLine;
using adapters::toQt;
using base::Result;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;

namespace {

struct BlockColumn {
    const char* heading; // in small letters
    Kind kind;           // whose field it fills
    const char* field;
};
constexpr std::array<BlockColumn, 22> blockColumns = {{{"outcome", Kind::outcome, "title"},
                                                       {"title", Kind::outcome, "title"},
                                                       {"matters to", Kind::outcome, "perspective"},
                                                       {"perspective", Kind::outcome, "perspective"},
                                                       {"for", Kind::outcome, "audience"},
                                                       {"audience", Kind::outcome, "audience"},
                                                       {"owner", Kind::outcome, "owner"},
                                                       {"statement", Kind::outcome, "statement"},
                                                       {"term", Kind::outcome, "term"},
                                                       {"status", Kind::outcome, "status"},
                                                       {"notes", Kind::outcome, "notes"},
                                                       {"measure", Kind::measure, "name"},
                                                       {"metric", Kind::measure, "name"},
                                                       {"kpi", Kind::measure, "name"},
                                                       {"unit", Kind::measure, "unit"},
                                                       {"direction", Kind::measure, "direction"},
                                                       {"kind", Kind::measure, "kind"},
                                                       {"baseline", Kind::measure, "baseline"},
                                                       {"baseline date", Kind::measure, "baselineDate"},
                                                       {"target", Kind::measure, "target"},
                                                       {"target date", Kind::measure, "targetDate"},
                                                       {"by", Kind::measure, "targetDate"}}};
constexpr std::array<const char*, 6> usualOrder = {"outcome", "owner", "measure", "unit", "baseline", "target"};

const BlockColumn* columnCalled(const QString& heading) {
    const std::string name = fromQt(oneLine(heading).toLower());
    for (const BlockColumn& column : blockColumns)
        if (column.heading == name) return &column;
    return nullptr;
}

class BlockPaster {
  public:
    BlockPaster(const Model& model, model::Perspective perspective, base::IdGenerator& ids)
        : m_pasted{model, {}}, m_perspective(perspective), m_ids(ids) {}

    Result<edit::Pasted> paste(std::vector<QStringList> rows) {
        if (!rows.empty() && takeHeadings(rows.front())) rows.erase(rows.begin());
        for (const QStringList& row : rows)
            if (const base::Result<> done = addRow(row); !done) return done.error();
        return std::move(m_pasted);
    }

  private:
    bool takeHeadings(const QStringList& cells) {
        for (const QString& cell : cells) m_columns.push_back(columnCalled(cell));
        const auto known = std::count_if(m_columns.begin(), m_columns.end(), [](const auto* each) { return each; });
        if (known >= 2) {
            m_headings = cells;
            return true;
        }
        m_columns.clear();
        for (const char* heading : usualOrder) {
            m_columns.push_back(columnCalled(QString::fromLatin1(heading)));
            m_headings += QString::fromLatin1(heading);
        }
        return false;
    }

    base::Result<> addRow(const QStringList& row) {
        std::string title;
        for (qsizetype i = 0; i < row.size(); ++i)
            if (const BlockColumn* column = columnAt(i); column && std::string_view(column->field) == "title")
                title = fromQt(oneLine(row[i]));
        Result<edit::Added> added = edit::addOutcome(m_pasted.model, m_perspective, title, m_ids);
        if (!added) return added.error();
        m_outcome = added->id;
        m_measure = {};
        m_notes.clear();
        m_pasted.model = std::move(added->model);
        m_pasted.roots.push_back(m_outcome);
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = row[i].trimmed();
            if (cell.isEmpty()) continue;
            const BlockColumn* column = columnAt(i);
            if (!column)
                remark(i, cell);
            else if (const base::Result<> done = fill(*column, i, cell); !done)
                return done;
        }
        if (m_notes.isEmpty()) return base::Nothing{};
        return set(m_outcome, "notes", model::FieldValue(fromQt(m_notes.join(u'\n'))));
    }

    [[nodiscard]] const BlockColumn* columnAt(qsizetype i) const {
        return i < static_cast<qsizetype>(m_columns.size()) ? m_columns[static_cast<std::size_t>(i)] : nullptr;
    }

    void remark(qsizetype i, const QString& cell) {
        const QString heading = i < m_headings.size() ? oneLine(m_headings[i]) : QString();
        m_notes += heading.isEmpty() ? cell : heading + QStringLiteral(": ") + cell;
    }

    base::Result<> fill(const BlockColumn& column, qsizetype i, const QString& cell) {
        const std::string_view name = column.field;
        if (name == "title") return base::Nothing{};
        if (name == "notes") {
            m_notes += cell;
            return base::Nothing{};
        }
        if (name == "owner") return refer(name, Kind::role, oneLine(cell));
        if (name == "audience") return refer(name, Kind::stakeholder, oneLine(cell));
        const model::FieldDescription& field = *model::entityType(column.kind).field(name);
        QString typed = oneLine(cell);
        if (field.type == model::FieldType::number && typed.endsWith(u'%')) typed.chop(1);
        const Result<model::FieldValue> value = adapters::FieldEdit(m_pasted.model).value(field, typed.trimmed());
        if (!value) {
            remark(i, cell);
            return base::Nothing{};
        }
        if (column.kind == Kind::outcome) return set(m_outcome, name, *value);
        if (m_measure.isEmpty()) {
            const Result<edit::Added> measure =
                edit::addMeasure(m_pasted.model, Id<model::Outcome>(m_outcome), {}, m_ids);
            if (!measure) return measure.error();
            m_measure = measure->id;
            m_pasted.model = measure->model;
        }
        return set(m_measure, name, *value);
    }

    // The one of that name, or a new one.
    base::Result<> refer(std::string_view field, Kind kind, const QString& name) {
        AnyId named;
        const model::FieldDescription* title = model::entityType(kind).titleField;
        for (const model::EntityPtr& row : m_pasted.model.table(kind).rows())
            if (named.isEmpty() &&
                toQt(std::get<std::string>(title->get(*row))).compare(name, Qt::CaseInsensitive) == 0)
                named = row->id;
        if (named.isEmpty()) {
            const Result<edit::Added> added =
                edit::addNew(m_pasted.model, m_pasted.model.plan().id, kind, fromQt(name), m_ids);
            if (!added) return added.error();
            named = added->id;
            m_pasted.model = added->model;
        }
        return set(m_outcome, field, model::FieldValue(named));
    }

    base::Result<> set(const AnyId& id, std::string_view field, const model::FieldValue& value) {
        Result<Model> next = edit::setField(m_pasted.model, id, field, value);
        if (!next) return next.error();
        m_pasted.model = std::move(next).value();
        return base::Nothing{};
    }

    edit::Pasted m_pasted;
    model::Perspective m_perspective;
    base::IdGenerator& m_ids;
    std::vector<const BlockColumn*> m_columns;
    QStringList m_headings;
    AnyId m_outcome;
    AnyId m_measure;
    QStringList m_notes;
};

} // namespace

Result<edit::Pasted> pasteOutcomeBlock(const Model& model, model::Perspective perspective, const QString& text,
                                       base::IdGenerator& ids) {
    return BlockPaster(model, perspective, ids).paste(adapters::cellsOf(text));
}

} // namespace flowspine::editors
