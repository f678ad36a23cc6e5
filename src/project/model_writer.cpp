#include "project/model_writer.h"

#include "model/entity_type.h"
#include "project/json_text.h"
#include "project/model_reader.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace flowspine::project {

namespace {

using model::AnyId;
using model::ChoiceValue;
using model::Entity;
using model::EntityPtr;
using model::EntityType;
using model::ExtraMember;
using model::FieldDescription;
using model::FieldType;
using model::Kind;

class Writer final : public model::FieldVisitor {
  public:
    explicit Writer(const model::Model& model) : m_model(model) {
        constexpr std::size_t bytesPerEntity = 512;
        m_out.reserve(bytesPerEntity * (model.entityCount() + 1));
    }

    std::string run() {
        writeEntity(m_model.plan(), model::entityType(Kind::plan));
        m_out += '\n';
        return std::move(m_out);
    }

    // A default is never visited, and an empty value is one.
    void unstated() override {}
    void text(std::string_view value) override {
        beginMember(m_field->name);
        appendString(m_out, value);
    }
    void texts(std::span<const std::string> values) override {
        beginMember(m_field->name);
        writeList(values.size(), [&](std::size_t i) { appendString(m_out, values[i]); });
    }
    void number(double value) override {
        if (!std::isfinite(value)) return;
        beginMember(m_field->name);
        appendNumber(m_out, value);
    }
    void duration(model::Duration value) override { plainText(base::toText(value)); }
    void date(model::Date value) override { plainText(base::toText(value)); }
    void period(model::Period value) override { plainText(base::toText(value)); }
    void boolean(bool value) override {
        beginMember(m_field->name);
        m_out += value ? "true" : "false";
    }
    void choice(ChoiceValue value) override { plainText(m_field->choices[value.index].name); }
    void reference(const AnyId& value) override { plainText(value.text()); }
    void references(std::span<const AnyId> values) override {
        beginMember(m_field->name);
        if (m_field->type == FieldType::children)
            writeChildren(values);
        else
            writeList(values.size(), [&](std::size_t i) { quote(values[i].text()); });
    }

  private:
    void writeEntity(const Entity& entity, const EntityType& type) {
        m_out += '{';
        ++m_depth;
        m_isFirst = true;
        if (type.kind == Kind::plan) {
            beginMember("format");
            m_out += "\"flowspine\"";
            beginMember("formatVersion");
            m_out += std::to_string(currentFormatVersion);
        }
        beginMember("id");
        quote(entity.id.text());
        if (entity.extra.isEmpty()) {
            for (const FieldDescription& field : type.fields) writeField(entity, field);
        } else {
            writeFieldsAndExtra(entity, type);
        }
        --m_depth;
        appendNewLine(m_out, m_depth);
        m_out += '}';
        m_isFirst = false;
    }

    void writeField(const Entity& entity, const FieldDescription& field) {
        if (field.isDefault(entity)) return;
        m_field = &field;
        field.visit(entity, *this);
    }

    void writeFieldsAndExtra(const Entity& entity, const EntityType& type) {
        // A merge may have left them out of order.
        std::vector<ExtraMember> extra = entity.extra.members();
        std::stable_sort(extra.begin(), extra.end(),
                         [](const ExtraMember& a, const ExtraMember& b) { return a.after < b.after; });
        auto next = extra.begin();
        for (const FieldDescription& field : type.fields) {
            for (; next != extra.end() && next->after <= field.index; ++next) writeExtra(*next);
            writeField(entity, field);
        }
        for (; next != extra.end(); ++next) writeExtra(*next);
    }

    void writeExtra(const ExtraMember& extra) {
        beginMember({});
        appendString(m_out, extra.name);
        m_out += ": ";
        // Texts hold no raw line breaks, so each one starts a line of the value.
        std::size_t lineStart = 0;
        for (std::size_t end = extra.json.find('\n'); end != std::string::npos;
             end = extra.json.find('\n', lineStart)) {
            m_out.append(extra.json, lineStart, end - lineStart);
            appendNewLine(m_out, m_depth);
            lineStart = end + 1;
        }
        m_out.append(extra.json, lineStart);
    }

    void writeChildren(std::span<const AnyId> ids) {
        const auto kind = static_cast<Kind>(std::countr_zero(m_field->options.targets));
        const EntityType& type = model::entityType(kind);
        const model::EntityTable::Rows& rows = m_model.table(kind).rows();
        writeList(ids.size(), [&](std::size_t i) {
            const auto row = std::lower_bound(rows.begin(), rows.end(), ids[i],
                                              [](const EntityPtr& each, const AnyId& id) { return each->id < id; });
            if (row != rows.end() && (*row)->id == ids[i])
                writeEntity(**row, type);
            else
                m_out += "null"; // no valid plan lists what it does not have; a file with this is refused
        });
    }

    template <class WriteElement>
    void writeList(std::size_t size, WriteElement&& writeElement) {
        m_out += '[';
        ++m_depth;
        for (std::size_t i = 0; i < size; ++i) {
            if (i != 0) m_out += ',';
            appendNewLine(m_out, m_depth);
            writeElement(i);
        }
        --m_depth;
        appendNewLine(m_out, m_depth);
        m_out += ']';
    }

    // Starts a line with the name, or without one when it is written by the caller.
    void beginMember(std::string_view name) {
        if (!m_isFirst) m_out += ',';
        m_isFirst = false;
        appendNewLine(m_out, m_depth);
        if (name.empty()) return;
        quote(name);
        m_out += ": ";
    }

    // For text that needs no escapes.
    void quote(std::string_view text) {
        m_out += '"';
        m_out += text;
        m_out += '"';
    }

    void plainText(std::string_view text) {
        beginMember(m_field->name);
        quote(text);
    }

    const model::Model& m_model;
    std::string m_out;
    const FieldDescription* m_field = nullptr;
    std::size_t m_depth = 0;
    bool m_isFirst = true; // no member of the open object is written yet
};

} // namespace

std::string writeModel(const model::Model& model) {
    return Writer(model).run();
}

} // namespace flowspine::project
