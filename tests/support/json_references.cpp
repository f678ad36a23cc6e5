#include "support/json_references.h"

#include <nlohmann/json.hpp>

namespace flowspine::test {

namespace {

using nlohmann::json;

struct Walk {
    std::vector<std::string> ids;
    std::map<std::string, std::string> owner;
    std::vector<JsonReferences::Mention> strings; // of any text; which are ids is known at the end

    void value(const json& at, const std::string& holder, const std::string& member) {
        if (at.is_string()) {
            strings.push_back({holder, member, at.get<std::string>()});
        } else if (at.is_array()) {
            for (const json& each : at) value(each, holder, member);
        } else if (at.is_object()) {
            std::string self = holder;
            if (const auto id = at.find("id"); id != at.end() && id->is_string()) {
                self = id->get<std::string>();
                ids.push_back(self);
                owner[self] = holder;
            }
            for (const auto& [name, each] : at.items())
                if (name != "id") value(each, self, name);
        }
    }
};

// By the rules of docs/file-format: a link needs its ends, and so on.
bool needs(const std::string& holder, const std::string& member) {
    static const std::set<std::pair<std::string, std::string>> needed = {
        {"intr", "team"}, {"asgn", "role"},  {"link", "from"},  {"link", "to"},
        {"plac", "step"}, {"cmnt", "about"}, {"waiv", "about"}, {"cnfl", "about"}};
    return needed.contains({holder.substr(0, holder.find('-')), member});
}

} // namespace

JsonReferences::JsonReferences(const std::string& planText) {
    Walk walk;
    walk.value(json::parse(planText), {}, {});
    m_ids = walk.ids;
    m_owner = walk.owner;
    const std::set<std::string> known(m_ids.begin(), m_ids.end());
    for (Mention& each : walk.strings)
        if (known.contains(each.target)) m_mentions.insert(std::move(each));
}

std::set<std::string> JsonReferences::within(const std::string& id) const {
    std::set<std::string> inside;
    for (const std::string& each : m_ids)
        for (std::string at = each; !at.empty(); at = m_owner.at(at))
            if (at == id) inside.insert(each);
    return inside;
}

std::multiset<JsonReferences::Mention> JsonReferences::mentionsOf(const std::string& id) const {
    const std::set<std::string> inside = within(id);
    std::multiset<Mention> found;
    for (const Mention& each : m_mentions)
        if (inside.contains(each.target) && !inside.contains(each.from)) found.insert(each);
    return found;
}

std::set<std::string> JsonReferences::goneWith(const std::set<std::string>& ids) const {
    std::set<std::string> gone;
    for (const std::string& id : ids) gone.merge(within(id));
    for (std::size_t before = 0; before != gone.size();) {
        before = gone.size();
        for (const Mention& each : m_mentions)
            if (gone.contains(each.target) && needs(each.from, each.member)) gone.merge(within(each.from));
    }
    return gone;
}

std::multiset<JsonReferences::Mention> JsonReferences::leftWithout(const std::set<std::string>& gone) const {
    std::multiset<Mention> found;
    for (const Mention& each : m_mentions)
        if (gone.contains(each.target) && !gone.contains(each.from)) found.insert(each);
    return found;
}

} // namespace flowspine::test
