// Who refers to what, read from the text of a project file alone: every string that is the id of an entity, and the
// object it stands in. Knows nothing of fields and kinds; the other side of checks of indexes and impact.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace flowspine::test {

class JsonReferences {
  public:
    struct Mention {
        std::string from;
        std::string member;
        std::string target;
        friend auto operator<=>(const Mention&, const Mention&) = default;
    };

    explicit JsonReferences(const std::string& planText);

    [[nodiscard]] const std::vector<std::string>& ids() const { return m_ids; }
    // `id` and every object inside it that has an id.
    [[nodiscard]] std::set<std::string> within(const std::string& id) const;
    // Of `id` or what is inside it, from outside of it.
    [[nodiscard]] std::multiset<Mention> mentionsOf(const std::string& id) const;

    // What goes when `ids` go: they, what is inside them, and holders that make no sense without them.
    [[nodiscard]] std::set<std::string> goneWith(const std::set<std::string>& ids) const;
    // Mentions of what is gone by what stays.
    [[nodiscard]] std::multiset<Mention> leftWithout(const std::set<std::string>& gone) const;

  private:
    std::vector<std::string> m_ids;
    std::map<std::string, std::string> m_owner;
    std::multiset<Mention> m_mentions;
};

} // namespace flowspine::test
