// What every entity of a plan has in common, and the list types that entities are made of.
#pragma once

#include "base/date.h"
#include "base/id.h"
#include "model/kind.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace flowspine::model {

using base::Date;
using base::Duration;
using base::Period;

// A member of a project file that this version does not know. It is carried along untouched: `json` is its value in
// canonical form with indentation counted from the member itself; `after` is the place in the entity's fields before
// which it stands: one more than the index of the last known field before it, 0 when there is none.
struct ExtraMember {
    std::string name;
    std::string json;
    std::uint16_t after = 0;

    // The place is no fact: it gives way when the fields around it come and go.
    friend bool operator==(const ExtraMember& a, const ExtraMember& b) { return a.name == b.name && a.json == b.json; }
};

// Unknown members in their order; shared between copies, since they never change.
class Extra {
  public:
    Extra() = default;
    explicit Extra(std::vector<ExtraMember> members) {
        if (!members.empty()) m_members = std::make_shared<const std::vector<ExtraMember>>(std::move(members));
    }

    [[nodiscard]] const std::vector<ExtraMember>& members() const {
        static const std::vector<ExtraMember> none;
        return m_members ? *m_members : none;
    }
    [[nodiscard]] bool isEmpty() const { return !m_members; }

    friend bool operator==(const Extra& a, const Extra& b) {
        return a.m_members == b.m_members || a.members() == b.members();
    }

  private:
    std::shared_ptr<const std::vector<ExtraMember>> m_members;
};

// Base of all entities. Not polymorphic: rows are kept as shared_ptr<const Entity> made from the real type.
struct Entity {
    AnyId id;
    std::string notes;
    std::vector<std::string> tags;
    Extra extra;

    friend bool operator==(const Entity&, const Entity&) = default;
};

using EntityPtr = std::shared_ptr<const Entity>;

// References to entities of type T in an order that people chose.
template <class T>
class IdList {
  public:
    IdList() = default;
    IdList(std::initializer_list<Id<T>> ids) : m_ids(ids.begin(), ids.end()) {}
    explicit IdList(std::vector<AnyId> ids) : m_ids(std::move(ids)) {}

    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }
    [[nodiscard]] Id<T> operator[](std::size_t i) const { return Id<T>(m_ids[i]); }
    [[nodiscard]] bool contains(const AnyId& id) const {
        for (const AnyId& each : m_ids)
            if (each == id) return true;
        return false;
    }
    void add(const AnyId& id) { m_ids.push_back(id); }

    class Iterator {
      public:
        explicit Iterator(const AnyId* at) : m_at(at) {}
        Id<T> operator*() const { return Id<T>(*m_at); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        const AnyId* m_at;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(m_ids.data()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_ids.data() + m_ids.size()); }

    // The plain ids, for machinery that works on all kinds alike.
    [[nodiscard]] const std::vector<AnyId>& ids() const { return m_ids; }
    [[nodiscard]] std::vector<AnyId>& ids() { return m_ids; }

    friend bool operator==(const IdList&, const IdList&) = default;

  private:
    std::vector<AnyId> m_ids;
};

// References to entities of several kinds.
using AnyIdList = IdList<Entity>;

// Entities that this one owns, in order. In the project file they nest under their owner.
template <class T>
class ChildList : public IdList<T> {
  public:
    using IdList<T>::IdList;
};

} // namespace flowspine::model
