#include "view/spine_reliance.h"

#include "model/naming.h"
#include "view/card_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <unordered_set>

namespace flowspine::view {

namespace {

using model::Model;
using model::ModelIndex;

enum Group : std::size_t { steps, decisions, constraints, roadmapItems, adaptables };

constexpr double squareWidth = 16;
constexpr double squareHeight = 20;
constexpr double squareGap = 4;
constexpr double chipHeight = 24;
constexpr double chipPadding = 8;
constexpr double chipIcon = 14;
constexpr double widestChip = 240;
constexpr double roomForMore = 40;

Reliance noReliance() {
    return {{{"step", "steps", "step", {}},
             {"decision", "decisions", "decision", {}},
             {"constraint", "constraints", "constraint", {}},
             {"roadmap item", "roadmap items", "roadmap-item", {}},
             {"adaptable item", "adaptable items", "adaptable", {}}}};
}

// Calls f with the id of every step of a variant that is in use.
template <class F>
void forEachStep(const Model& model, F&& f) {
    model.forEach(model.plan().flows, [&](const model::Flow& flow) {
        model.forEach(flow.variants, [&](const model::Variant& variant) {
            if (variant.kind == model::VariantKind::archived) return;
            model.forEach(variant.steps, [&](const model::Step& step) { f(step); });
        });
    });
}

bool isWork(const model::Step& step) {
    return step.type == model::StepType::task || step.type == model::StepType::decision ||
           step.type == model::StepType::wait;
}

// All that could rely on something fixed, by group; of the last group only what does.
std::array<std::vector<AnyId>, 5> candidates(const Model& model, const Reliance& reliance) {
    std::array<std::vector<AnyId>, 5> all;
    forEachStep(model, [&](const model::Step& step) {
        if (isWork(step) || std::find(reliance[steps].reliers.begin(), reliance[steps].reliers.end(), step.id) !=
                                reliance[steps].reliers.end())
            all[steps].push_back(step.id);
    });
    all[decisions] = model.plan().decisions.ids();
    all[constraints] = model.plan().constraints.ids();
    all[roadmapItems] = model.plan().roadmap.ids();
    all[adaptables] = reliance[adaptables].reliers;
    return all;
}

std::string counted(const RelianceGroup& group) {
    const std::size_t count = group.reliers.size();
    return std::to_string(count) + " " + std::string(count == 1 ? group.name : group.plural);
}

double chipWidth(const TextMeasure& measure, std::string_view words) {
    return std::min(widestChip, 2 * chipPadding + chipIcon + 4 + measure.width(visible(words), type::bodyMedium));
}

void drawLitChip(PictureBuilder& to, const std::string& part, const Rect& rect, std::string_view icon,
                 std::string_view words, const AnyId& id) {
    to.box(part, rect, {Role::accent, 8}, {{Role::accent}, 1}, cardRadius).linkTarget = std::string(id.text());
    to.symbol(part + ".icon", {rect.x + chipPadding, rect.y + 5, chipIcon, chipIcon}, std::string(icon),
              {Role::accent});
    const double left = rect.x + chipPadding + chipIcon + 4;
    lineText(to, part + ".words", {left, rect.y, rect.right() - chipPadding - left, rect.height}, words,
             type::bodyMedium, {Role::accent});
    to.area(rect, id, "chip");
}

// One group's squares and chips; ends with how many found no room.
class GroupDrawing {
  public:
    GroupDrawing(PictureBuilder& to, const Model& model, const RelianceGroup& group, const std::vector<AnyId>& all)
        : m_to(to), m_model(model), m_group(group), m_all(all), m_lit(group.reliers.begin(), group.reliers.end()) {}

    [[nodiscard]] double wantedWidth() const {
        double width = headWidth();
        double row = 0;
        for (const AnyId& id : m_all) row += widthOf(id) + squareGap;
        return std::max(width, row);
    }

    void draw(const Rect& rect) {
        const std::string part = "reliance." + std::string(m_group.icon);
        const std::string count = std::to_string(m_group.reliers.size());
        const double countWidth = lineText(m_to, part + ".count", {rect.x, rect.y, rect.width, 16}, count,
                                           type::captionStrong, {m_lit.empty() ? Role::muted : Role::accent});
        lineText(m_to, part + ".of", {rect.x + countWidth + 3, rect.y, rect.width - countWidth - 3, 16}, ofWords(),
                 type::caption, {Role::muted});

        // Where not all fit, what relies on it comes first.
        std::vector<AnyId> order = m_all;
        const bool fits = wantedWidth() <= rect.width + 0.5;
        if (!fits)
            std::stable_partition(order.begin(), order.end(), [&](const AnyId& id) { return m_lit.contains(id); });
        double x = rect.x;
        const double top = rect.y + 20;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const double room = rect.right() - x - (i + 1 < order.size() ? roomForMore : 0);
            double width = widthOf(order[i]);
            if (!fits && width > room && i == 0) width = room;
            if (!fits && (width > room || width < squareWidth)) {
                lineText(m_to, part + ".more", {x, top, rect.right() - x, chipHeight},
                         std::string("+").append(std::to_string(order.size() - i)), type::caption, {Role::muted});
                return;
            }
            const std::string piece = part + "." + std::string(order[i].text());
            const std::string name = model::shortName(m_model, order[i]);
            if (m_lit.contains(order[i]))
                drawLitChip(m_to, piece, {x, top, width, chipHeight}, m_group.icon, name, order[i]);
            else
                m_to.box(piece, {x, top + 2, squareWidth, squareHeight}, {Role::ground}, {{Role::line}, 1}, 3).tip =
                    visible(name, 200);
            x += width + squareGap;
        }
    }

  private:
    [[nodiscard]] std::string ofWords() const {
        if (m_group.reliers.size() == m_all.size() && m_group.icon == "adaptable")
            return std::string(m_all.size() == 1 ? m_group.name : m_group.plural) + " within it";
        return "of " + std::to_string(m_all.size()) + " " +
               std::string(m_all.size() == 1 ? m_group.name : m_group.plural);
    }
    [[nodiscard]] double headWidth() const { return 16 + m_to.measure().width(ofWords(), type::caption); }
    [[nodiscard]] double widthOf(const AnyId& id) const {
        return m_lit.contains(id) ? chipWidth(m_to.measure(), model::shortName(m_model, id)) : squareWidth;
    }

    PictureBuilder& m_to;
    const Model& m_model;
    const RelianceGroup& m_group;
    const std::vector<AnyId>& m_all;
    std::unordered_set<AnyId> m_lit;
};

// Shares `room` among the groups: who wants less than an equal share gets what it wants.
std::vector<double> shares(const std::vector<double>& wanted, double room) {
    std::vector<double> given(wanted.size(), 0);
    std::vector<bool> isSettled(wanted.size(), false);
    std::size_t open = wanted.size();
    for (bool hasChanged = true; hasChanged && open > 0;) {
        hasChanged = false;
        const double equal = room / static_cast<double>(open);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (!isSettled[i] && wanted[i] <= equal) {
                given[i] = wanted[i];
                isSettled[i] = true;
                hasChanged = true;
                room -= wanted[i];
                --open;
            }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!isSettled[i]) given[i] = room / static_cast<double>(open);
    return given;
}

void drawGroups(PictureBuilder& to, const Model& model, const Reliance& reliance, const Rect& rect) {
    constexpr double gap = 24;
    const auto all = candidates(model, reliance);
    std::vector<GroupDrawing> groups;
    std::vector<double> wanted;
    for (std::size_t i = 0; i < reliance.size(); ++i)
        if (i != adaptables || !reliance[i].reliers.empty()) {
            groups.emplace_back(to, model, reliance[i], all[i]);
            wanted.push_back(groups.back().wantedWidth());
        }
    const double room = rect.width - gap * static_cast<double>(groups.size() - 1);
    const std::vector<double> widths = shares(wanted, room);
    double x = rect.x;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i].draw({x, rect.y, widths[i], rect.height});
        x += widths[i] + gap;
    }
}

} // namespace

Reliance relianceOn(const Model& model, const ModelIndex& index, const AnyId& spineItem) {
    Reliance reliance = noReliance();
    for (const model::Id<model::Step> id : index.referrers<model::Step>(spineItem)) {
        const model::Variant* variant = model.find(index.ownerOfType<model::Variant>(id));
        if (variant != nullptr && variant->kind != model::VariantKind::archived) reliance[steps].reliers.push_back(id);
    }
    const auto fill = [&](Group group, const auto& referrers) {
        reliance[group].reliers.assign(referrers.begin(), referrers.end());
    };
    fill(decisions, index.referrers<model::Decision>(spineItem));
    fill(constraints, index.referrers<model::Constraint>(spineItem));
    fill(roadmapItems, index.referrers<model::RoadmapItem>(spineItem));
    fill(adaptables, index.referrers<model::SpineItem>(spineItem));
    return reliance;
}

bool isReliedOn(const Reliance& reliance) {
    return std::any_of(reliance.begin(), reliance.end(),
                       [](const RelianceGroup& group) { return !group.reliers.empty(); });
}

std::string relianceWords(const Reliance& reliance) {
    std::vector<std::string> parts;
    std::size_t total = 0;
    for (const RelianceGroup& group : reliance)
        if (!group.reliers.empty()) {
            parts.push_back(counted(group));
            total += group.reliers.size();
        }
    if (parts.empty()) return "nothing relies on it";
    std::string words = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) words += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return words + (total == 1 ? " relies on it" : " rely on it");
}

void drawRelianceStrip(PictureBuilder& to, const Model& model, const ModelIndex& index, const AnyId& item,
                       const Rect& rect, bool isFolded) {
    constexpr double padding = 24;
    to.setEntity({});
    to.box("reliance", rect, {Role::paper});
    to.line("reliance.rule", {{rect.x, rect.y}, {rect.right(), rect.y}}, {{Role::line}, 1});
    const Rect line{rect.x + padding, rect.y + (isFolded ? 4 : 12), rect.width - 2 * padding, 20};
    if (!model.contains(item)) {
        lineText(to, "reliance.title", line, "Select something to see what relies on it.", type::body, {Role::muted});
        return;
    }
    const Reliance reliance = relianceOn(model, index, item);
    const std::string title = "What relies on “" + model::shortName(model, item) + "”";
    const double width = lineText(to, "reliance.title", {line.x, line.y, line.width * 0.6, line.height}, title,
                                  type::bodyStrong, {Role::ink});
    const Rect rest{line.x + width + 8, line.y, line.width - width - 8, line.height};
    if (isFolded || !isReliedOn(reliance)) {
        lineText(to, "reliance.words", rest, relianceWords(reliance), type::body, {Role::muted});
        if (isFolded) return;
    } else {
        lineText(to, "reliance.words", rest, "lit below, click one to open it where it lives", type::body,
                 {Role::muted});
    }
    drawGroups(to, model, reliance, {line.x, rect.y + 42, line.width, rect.height - 42});
}

} // namespace flowspine::view
