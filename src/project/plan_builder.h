// Builds a plan from the parser's events, entity by entity, without a tree of the document in between. Depth, sizes,
// members, ids and values are checked on the way; the first thing that cannot be read stops it.
#pragma once

#include "base/result.h"
#include "model/entity_type.h"
#include "model/model.h"
#include "project/byte_source.h"
#include "project/json_capture.h"
#include "project/model_reader.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_set>

namespace flowspine::project {

// strict: what does not fit is an error. tolerant: it is left out and reported as an issue; for files of a newer
// version, which are shown but not saved.
enum class Reading { strict, tolerant };

class PlanBuilder {
  public:
    struct Finding {
        base::Issue issue;
        std::size_t offset = 0;
    };
    struct PlacedEntity {
        const model::Entity* entity = nullptr;
        std::size_t offset = 0;
    };

    // Reads all of it. Never null.
    [[nodiscard]] static std::unique_ptr<PlanBuilder> read(std::string_view bytes, const Limits& limits,
                                                           Reading reading);

    [[nodiscard]] bool hasError() const { return m_error.has_value(); }
    [[nodiscard]] const Finding& error() const { return *m_error; }

    // Without an error: the plan (once), what was noticed, and where each entity's object starts.
    [[nodiscard]] model::Model takeModel() { return std::move(m_model); }
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] const std::vector<PlacedEntity>& placedEntities() const { return m_placed; }

    // The events, with the names that nlohmann's parser wants.
    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double value, const std::string&) { return number(value, true); }
    bool string(std::string& text);
    template <class Binary>
    bool binary(Binary&) {
        return false; // JSON text has none
    }
    bool start_object(std::size_t);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception& exception) {
        noteSyntaxError(exception.what());
        return false;
    }

  private:
    PlanBuilder(std::string_view bytes, const Limits& limits, Reading reading);

    enum class Member : std::uint8_t { header, id, field };
    // An entity whose object is open. Frames are kept for the next entity at the same depth.
    struct Frame {
        const model::EntityType* type = nullptr;
        std::shared_ptr<model::Entity> entity;
        std::size_t start = 0;
        std::uint64_t seen = 0; // fields by index, then id and header members
        Member member = Member::header;
        const model::FieldDescription* field = nullptr;
        bool inList = false;         // inside the array of `field`
        std::uint16_t nextField = 0; // behind the last known field
        std::vector<model::AnyId> ids;
        std::vector<std::string> texts;
        std::vector<model::ExtraMember> extra;
        std::unordered_set<std::string> extraNames;
    };

    Frame& frame() { return m_frames[m_open - 1]; }
    void openEntity(model::Kind kind);
    bool closeEntity();
    const model::FieldDescription* findField(const Frame& frame, std::string_view name) const;
    bool startUnknown(std::string& name);
    void skipValue();
    void afterCaptured();
    bool number(double value, bool isExact);
    bool listElement(std::string& text);
    bool setField(model::FieldValue value);
    bool descend();
    bool checkSize(const std::string& text);
    bool refuseTwins(model::EntityTable::Rows& rows);
    bool finish();

    bool fail(base::Error error, std::size_t offset);
    // True when reading goes on without the value.
    bool refuse(base::Error error, std::size_t offset);
    bool refuseHere(base::Error error);
    bool refuseType(std::string_view found);
    void noteSyntaxError(std::string_view what);
    base::Error about(const Frame& frame, base::Error error) const;

    ByteSource m_source;
    const Limits& m_limits;
    Reading m_reading;
    Token m_token = Token::none; // of the last event
    std::size_t m_depth = 0;

    std::vector<Frame> m_frames;
    std::size_t m_open = 0; // how many frames are in use

    JsonCapture m_capture; // of the value of an unknown member
    std::string m_captureName;
    bool m_isSkipping = false; // what is captured is thrown away

    std::array<model::EntityTable::Rows, model::kindCount> m_rows;
    model::Model m_model;
    std::vector<PlacedEntity> m_placed;
    std::vector<Finding> m_findings;
    std::optional<Finding> m_error;
};

} // namespace flowspine::project
