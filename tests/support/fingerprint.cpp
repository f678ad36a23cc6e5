#include "support/fingerprint.h"

#include "model/entity_type.h"

#include <cstring>

namespace flowspine::test {

namespace {

class Hasher final : public model::FieldVisitor {
  public:
    void unstated() override { word(1); }
    void text(std::string_view value) override {
        word(value.size());
        for (const char c : value) word(static_cast<unsigned char>(c));
    }
    void texts(std::span<const std::string> values) override {
        word(values.size());
        for (const std::string& value : values) text(value);
    }
    void number(double value) override {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        word(bits);
    }
    void duration(base::Duration value) override { word(static_cast<std::uint64_t>(value.seconds)); }
    void date(base::Date value) override { word(static_cast<std::uint64_t>(value.days)); }
    void period(base::Period value) override { text(base::toText(value)); }
    void boolean(bool value) override { word(value ? 2 : 3); }
    void choice(model::ChoiceValue value) override { word(value.index); }
    void reference(const model::AnyId& value) override { text(value.text()); }
    void references(std::span<const model::AnyId> values) override {
        word(values.size());
        for (const model::AnyId& value : values) reference(value);
    }

    void word(std::uint64_t value) { m_hash = (m_hash ^ value) * 0x100000001B3ULL; }
    [[nodiscard]] std::uint64_t hash() const { return m_hash; }

  private:
    std::uint64_t m_hash = 0xCBF29CE484222325ULL;
};

} // namespace

std::uint64_t fingerprint(const model::Model& model) {
    Hasher hasher;
    for (const model::Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows()) {
            hasher.reference(row->id);
            for (const model::FieldDescription& field : model::entityType(kind).fields) field.visit(*row, hasher);
            for (const model::ExtraMember& member : row->extra.members()) {
                hasher.text(member.name);
                hasher.text(member.json);
                hasher.word(member.after);
            }
        }
    return hasher.hash();
}

} // namespace flowspine::test
