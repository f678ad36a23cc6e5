// The plan as a value. Copies share their tables; nothing changes in place. An edit makes a new Model (see draft.h).
#pragma once

#include "model/entities.h"
#include "model/entity_table.h"
#include "model/kind_of_type.h"

#include <array>
#include <functional>

namespace flowspine::model {

class Model {
  public:
    // A model holds exactly one Plan entity once it is made by makeEmptyModel(), a reader or an edit.
    Model() = default;
    explicit Model(std::array<EntityTable, kindCount> tables) : m_tables(std::move(tables)) {}

    [[nodiscard]] const EntityTable& table(Kind kind) const { return m_tables[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const std::array<EntityTable, kindCount>& tables() const { return m_tables; }

    // Precondition: isValid().
    [[nodiscard]] const Plan& plan() const { return static_cast<const Plan&>(*table(Kind::plan).rows().front()); }
    [[nodiscard]] bool isValid() const { return table(Kind::plan).size() == 1; }

    // nullptr when there is no such entity. The pointer lives as long as some Model shares the row.
    [[nodiscard]] EntityPtr find(const AnyId& id) const;
    template <class T>
    [[nodiscard]] const T* find(const Id<T>& id) const {
        return id.isEmpty() ? nullptr : static_cast<const T*>(table(kindFor<T>).find(id).get());
    }
    [[nodiscard]] bool contains(const AnyId& id) const { return find(id) != nullptr; }

    // Calls f(const T&) for every entity of type T, by id.
    template <class T, class F>
    void forEach(F&& f) const {
        for (const EntityPtr& row : table(kindFor<T>).rows()) f(static_cast<const T&>(*row));
    }
    // Calls f(const T&) for every id of the list that names an entity, in the list's order.
    template <class T, class F>
    void forEach(const IdList<T>& ids, F&& f) const {
        for (const Id<T> id : ids)
            if (const T* entity = find(id)) f(*entity);
    }

    [[nodiscard]] std::size_t entityCount() const;

    // True when both share all tables in memory, and so are equal without looking.
    [[nodiscard]] bool isSameAs(const Model& other) const;
    // Entity by entity, skipping what is shared.
    friend bool operator==(const Model& a, const Model& b);

  private:
    std::array<EntityTable, kindCount> m_tables;
};

// A plan with a name and nothing else.
[[nodiscard]] Model makeEmptyModel(AnyId planId, std::string name);

} // namespace flowspine::model
