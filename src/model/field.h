// A field of an entity as machinery sees it: name, kind, limits, and how to read and write it without knowing the
// entity's type. Reading, writing, comparing, merging, pasting, forms and tables all go through these descriptions.
#pragma once

#include "model/choices.h"
#include "model/entity.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace flowspine::model {

enum class FieldType : std::uint8_t {
    text,
    texts,
    number,
    duration,
    date,
    period,
    boolean,
    choice,
    reference,
    references,
    children,
};

// What happens to the entity that holds a reference when the entity it points to is removed.
enum class OnDelete : std::uint8_t {
    clear,      // the reference is taken out
    removeSelf, // the holder makes no sense without it and goes too
};

// The number of a choice in its enumeration.
struct ChoiceValue {
    std::uint8_t index = 0;
    friend auto operator<=>(const ChoiceValue&, const ChoiceValue&) = default;
};

// The value of any field. monostate is "not stated" for numbers, durations, dates and periods; text, references and
// lists are empty instead.
using FieldValue = std::variant<std::monostate, std::string, std::vector<std::string>, double, Duration, Date, Period,
                                bool, ChoiceValue, AnyId, std::vector<AnyId>>;

// Receives a field's value without a copy.
class FieldVisitor {
  public:
    virtual ~FieldVisitor() = default;
    virtual void unstated() = 0;
    virtual void text(std::string_view value) = 0;
    virtual void texts(std::span<const std::string> values) = 0;
    virtual void number(double value) = 0;
    virtual void duration(Duration value) = 0;
    virtual void date(Date value) = 0;
    virtual void period(Period value) = 0;
    virtual void boolean(bool value) = 0;
    virtual void choice(ChoiceValue value) = 0;
    virtual void reference(const AnyId& value) = 0;
    virtual void references(std::span<const AnyId> values) = 0;
};

// A set of kinds, one bit each.
using KindSet = std::uint32_t;
template <class... Kinds>
[[nodiscard]] constexpr KindSet kinds(Kinds... each) {
    return ((KindSet{1} << static_cast<unsigned>(each)) | ... | KindSet{0});
}
[[nodiscard]] constexpr bool contains(KindSet set, Kind kind) {
    return (set >> static_cast<unsigned>(kind) & 1U) != 0;
}
// Whatever people can say something about; a conflict is gone once it is settled.
inline constexpr KindSet anyKind = ((KindSet{1} << kindCount) - 1) & ~kinds(Kind::conflict);

// What is known of a field besides its member; written once, in entity_fields.h.
struct FieldOptions {
    std::string_view label;                                // for people, in English
    bool isTitle = false;                                  // names the entity
    bool isMultiline = false;                              // may hold line breaks
    bool isPlacement = false;                              // says where, not what
    std::string_view unit = {};                            // "h / week", "%", "days"
    double min = -std::numeric_limits<double>::infinity(); // allowed numbers, both ends included
    double max = std::numeric_limits<double>::infinity();
    KindSet targets = 0; // of a reference; filled from the member's type when it names one
    OnDelete onDelete = OnDelete::clear;
};

struct FieldDescription {
    std::string_view name; // in the project file
    FieldType type = FieldType::text;
    FieldOptions options;
    std::span<const Choice> choices; // of a choice
    std::uint16_t index = 0;         // place in its entity's fields
    bool isEvidence = false;         // states how the number before it is known

    FieldValue (*get)(const Entity&) = nullptr;
    // False, and nothing changed, when the alternative does not fit the field's type.
    bool (*set)(Entity&, FieldValue) = nullptr;
    bool (*equal)(const Entity&, const Entity&) = nullptr;
    // Defaults are left out of the file.
    bool (*isDefault)(const Entity&) = nullptr;
    void (*visit)(const Entity&, FieldVisitor&) = nullptr;
};

} // namespace flowspine::model
