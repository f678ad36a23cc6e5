#include "view/roadmap_board.h"

#include "model/naming.h"
#include "view/roadmap_card.h"
#include "view/roadmap_marks.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>
#include <map>

namespace flowspine::view {

namespace {

constexpr double margin = 16;
constexpr double gap = 16;
constexpr double learnedWidth = 216;
constexpr double narrowestWithLearned = 1200;
constexpr double narrowestColumn = 296;
constexpr double widestColumn = 520;
constexpr double headTop = 12;
constexpr double headHeight = 56;
constexpr double titleHeight = 36;
constexpr double cardGap = 8;
constexpr double addHeight = 32;
constexpr std::size_t mostLearned = 12;

constexpr std::array horizons = {model::Horizon::now, model::Horizon::next, model::Horizon::later};

class BoardDrawing {
  public:
    BoardDrawing(const model::Model& model, const model::ModelIndex& index, const RoadmapBoardOptions& options,
                 const TextMeasure& measure)
        : m_model(model), m_options(options), m_to(measure), m_increments(incrementsOf(model, options.today)),
          m_groups(roadmapGroups(
              model, index, options.grouping == RoadmapGrouping::horizon ? RoadmapGrouping::flow : options.grouping)),
          m_open(constraintsNobodyWorksOn(model)) {
        const bool hasLearned = options.width >= narrowestWithLearned;
        m_columnsLeft = hasLearned ? margin + learnedWidth + gap : margin;
        m_columnWidth =
            std::clamp((options.width - m_columnsLeft - margin - 2 * gap) / 3, narrowestColumn, widestColumn);
        m_right = m_columnsLeft + 3 * m_columnWidth + 2 * gap;
        m_width = std::max(m_right + margin, options.width);
    }

    Picture run() {
        const double top = headTop + headHeight;
        double y = top;
        for (std::size_t g = 0; g < m_groups.size(); ++g) y = drawLane(g, y);
        double bottom = y + 8;
        if (m_columnsLeft > margin) bottom = std::max(bottom, drawLearned());
        drawHeads();
        return m_to.finish({0, 0, m_width, bottom});
    }

  private:
    [[nodiscard]] double columnX(std::size_t column) const {
        return m_columnsLeft + static_cast<double>(column) * (m_columnWidth + gap);
    }

    [[nodiscard]] std::vector<const RoadmapEntry*> cardsOf(const RoadmapGroup& group, model::Horizon horizon) const {
        std::vector<const RoadmapEntry*> cards;
        for (const RoadmapEntry& entry : group.entries)
            if (entry.item->horizon == horizon) cards.push_back(&entry);
        return cards;
    }

    [[nodiscard]] std::vector<const RoadmapEntry*> cardsOf(model::Horizon horizon) const {
        std::vector<const RoadmapEntry*> cards;
        for (const RoadmapGroup& group : m_groups)
            for (const RoadmapEntry* entry : cardsOf(group, horizon)) cards.push_back(entry);
        return cards;
    }

    // A constraint shows beside the group that it bites at, else in the first one.
    [[nodiscard]] std::size_t groupOf(const model::Constraint& constraint) const {
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            if (!m_groups[g].id.isEmpty() &&
                (constraint.locations.contains(m_groups[g].id) || constraint.outcomes.contains(m_groups[g].id)))
                return g;
        return 0;
    }

    double drawLane(std::size_t place, double top) {
        const RoadmapGroup& group = m_groups[place];
        const std::string part = "lane." + group.key;
        m_to.line(part + ".edge", {{m_columnsLeft, top + 0.5}, {m_right, top + 0.5}}, {{Role::line}, 1});
        double x = m_columnsLeft;
        if (group.tint.role != Role::none) {
            m_to.box(part + ".tint", {x, top + 14, 8, 8}, group.tint, {{Role::none}, 0}, 2);
            x += 16;
        }
        const double room = m_right - x - 16;
        x += m_to.text(part + ".name", {x, top + 22.5}, group.name.empty() ? "Unnamed" : group.name, type::bodyStrong,
                       {Role::ink}, room);
        std::string note = group.ownerName;
        if (!group.note.empty()) note += (note.empty() ? "" : ", ") + group.note;
        if (m_right - x - 12 > 40)
            m_to.text(part + ".note", {x + 12, top + 22.5}, note, type::body, {Role::muted}, m_right - x - 12);
        m_to.area({m_columnsLeft, top, m_right - m_columnsLeft, titleHeight}, group.id, "lane", group.key);

        const double cellTop = top + titleHeight;
        double bottom = cellTop + addHeight;
        std::array<double, 3> ends{};
        for (std::size_t c = 0; c < horizons.size(); ++c) {
            double y = cellTop + roadmapCardHeight * static_cast<double>(cardsOf(group, horizons[c]).size()) +
                       cardGap * static_cast<double>(cardsOf(group, horizons[c]).size());
            if (horizons[c] == model::Horizon::next)
                for (const model::Constraint* constraint : m_open)
                    if (groupOf(*constraint) == place) y += constraintCardHeight + cardGap;
            ends[c] = y;
            bottom = std::max(bottom, y + addHeight);
        }
        bottom += 12;
        for (std::size_t c = 0; c < horizons.size(); ++c) drawCell(place, c, top, cellTop, ends[c], bottom);
        return bottom;
    }

    void drawCell(std::size_t place, std::size_t column, double laneTop, double top, double addTop, double bottom) {
        const RoadmapGroup& group = m_groups[place];
        const std::string horizon(model::nameOf(horizons[column]));
        const double x = columnX(column);
        m_to.area({x - gap / 2, laneTop + titleHeight, m_columnWidth + gap, bottom - top}, group.id, "cell",
                  horizon + "/" + group.key);
        if (column > 0 || m_columnsLeft > margin) {
            const double ruleX = x - gap / 2 - 0.5;
            m_to.line("rule." + group.key + "." + horizon, {{ruleX, top}, {ruleX, bottom - 8}}, {{Role::line}, 1});
        }
        double y = top;
        for (const RoadmapEntry* entry : cardsOf(group, horizons[column])) {
            drawRoadmapCard(m_to, m_model, m_options, *entry, {x, y, m_columnWidth, roadmapCardHeight});
            y += roadmapCardHeight + cardGap;
        }
        if (horizons[column] == model::Horizon::next) {
            for (const model::Constraint* constraint : m_open) {
                if (groupOf(*constraint) != place) continue;
                drawOpenConstraint(m_to, *constraint, {x, y, m_columnWidth, constraintCardHeight});
                y += constraintCardHeight + cardGap;
            }
        }
        const Rect add{x, addTop, m_columnWidth, addHeight};
        const std::string part = "add." + group.key + "." + horizon;
        m_to.box(part, add, {Role::none}, {{Role::muted, 35}, 1, Dash::dashed}, 6);
        m_to.symbol(part + ".icon", {add.x + 11, add.y + 8, 16, 16}, "add", {Role::muted});
        m_to.text(part + ".words", {add.x + 35, add.y + 20.5}, "Type a card and press Enter", type::body, {Role::muted},
                  m_columnWidth - 46);
        m_to.area(add, group.id, "add", horizon);
    }

    void drawHeads() {
        const int current = m_increments.current();
        const auto lastDay = [&](int increment) { return base::addDays(m_increments.startOf(increment + 1), -1); };
        const std::array<std::string, 3> spans = {
            "this increment, to " + base::toWords(lastDay(current)),
            base::toShortWords(m_increments.startOf(current + 1)) + " – " + base::toWords(lastDay(current + 1)),
            "from " + base::toWords(m_increments.startOf(current + 2)) + ", no end"};
        for (std::size_t c = 0; c < horizons.size(); ++c) {
            const std::string part = "head." + std::string(model::nameOf(horizons[c]));
            const double x = columnX(c);
            const double baseline = headTop + 18;
            const auto cards = cardsOf(horizons[c]);
            const bool isNow = horizons[c] == model::Horizon::now;
            const bool isOver = isNow && cards.size() > m_options.mostNow;
            double right = x + m_columnWidth;
            if (isNow) right = drawSlots(part, right, cards.size(), isOver) - 8;
            const std::string count = isNow ? std::to_string(cards.size()) + " of " + std::to_string(m_options.mostNow)
                                            : std::to_string(cards.size()) + ", no limit";
            right -= m_to.text(part + ".count", {right, baseline}, count, type::caption,
                               {isOver ? Role::warn : Role::muted}, 0, Align::right) +
                     10;
            const double named = m_to.text(part, {x, baseline}, model::labelOf(horizons[c]), type::title, {Role::ink});
            if (right - x - named - 8 > 40)
                m_to.text(part + ".span", {x + named + 8, baseline}, spans[c], type::body, {Role::muted},
                          right - x - named - 8);
            if (isNow)
                drawOwners(part, x, cards);
            else
                m_to.text(part + ".note", {x, headTop + 38}, noteOf(horizons[c], cards), type::caption, {Role::muted},
                          m_columnWidth);
        }
        if (m_columnsLeft > margin) {
            m_to.text("learned.head", {margin, headTop + 18}, "Learned", type::title, {Role::ink}, learnedWidth);
            m_to.text("learned.note", {margin, headTop + 38}, "Before today, newest first", type::caption,
                      {Role::muted}, learnedWidth);
        }
    }

    // One square for each item that may be in work. Returns where they begin.
    double drawSlots(const std::string& part, double right, std::size_t taken, bool isOver) {
        const std::size_t shown = std::min<std::size_t>(m_options.mostNow, 12);
        double x = right - static_cast<double>(shown) * 13 + 3;
        const double left = x;
        for (std::size_t i = 0; i < shown; ++i, x += 13) {
            const Paint paint{isOver ? Role::warn : Role::ink};
            m_to.box(part + ".slot" + std::to_string(i), {x, headTop + 8, 10, 10},
                     i < taken ? paint : Paint{Role::none}, {i < taken ? paint : Paint{Role::muted, 60}, 1}, 2);
        }
        return left;
    }

    void drawOwners(const std::string& part, double x, const std::vector<const RoadmapEntry*>& cards) {
        struct Owner {
            Paint tint;
            std::size_t count = 0;
        };
        std::map<std::string, Owner> owners;
        for (const RoadmapEntry* entry : cards) {
            if (entry->ownerName.empty()) continue;
            Owner& owner = owners[entry->ownerName];
            owner.tint = entry->tint;
            ++owner.count;
        }
        const double right = x + m_columnWidth;
        const double baseline = headTop + 38;
        x += m_to.text(part + ".most", {x, baseline},
                       "Each owner at most " + std::to_string(m_options.mostNowByOwner) + (owners.empty() ? "" : ":"),
                       type::caption, {Role::muted}, m_columnWidth) +
             8;
        int i = 0;
        for (const auto& [name, owner] : owners) {
            const std::string words = visible(name) + " " + std::to_string(owner.count);
            const double width = m_to.measure().width(words, type::caption);
            if (x + 12 + width > right) break;
            const std::string own = part + ".owner" + std::to_string(i++);
            m_to.box(own + ".tint", {x, baseline - 8, 8, 8}, owner.tint, {{Role::none}, 0}, 2);
            m_to.text(own, {x + 12, baseline}, words, type::caption,
                      {owner.count > m_options.mostNowByOwner ? Role::warn : Role::ink});
            x += 12 + width + 10;
        }
    }

    [[nodiscard]] std::string noteOf(model::Horizon horizon, const std::vector<const RoadmapEntry*>& cards) const {
        std::size_t waiting = 0;
        std::size_t closed = 0;
        for (const RoadmapEntry* entry : cards) {
            bool waits = false;
            m_model.forEach(entry->item->dependsOn, [&](const model::RoadmapItem& other) {
                waits = waits || other.horizon == model::Horizon::now;
            });
            waiting += waits ? 1 : 0;
            closed += entry->lock == SpineLock::closed ? 1 : 0;
        }
        const auto counted = [](std::size_t count, const char* one, const char* more) {
            return std::to_string(count) + (count == 1 ? one : more);
        };
        if (horizon == model::Horizon::next && waiting > 0)
            return counted(waiting, " waits for an item in Now", " wait for an item in Now");
        if (closed > 0) return counted(closed, " touches what cannot change", " touch what cannot change");
        return {};
    }

    // What was decided and learned, along a line. Returns where it ends.
    double drawLearned() {
        const RoadmapContent content = roadmapContent(m_model, m_increments);
        double y = headTop + headHeight + 16;
        const double lineX = margin + 6.5;
        const double left = margin + 24;
        const double room = learnedWidth - 24;
        if (content.events.empty()) {
            const std::size_t lines = m_to.paragraph("learned.empty", {left, y},
                                                     "Nothing decided or learned here yet. The first review writes it "
                                                     "down.",
                                                     type::body, {Role::muted}, room, 4, 20);
            return y + 20 * static_cast<double>(lines);
        }
        std::size_t shown = 0;
        double lastMark = y;
        const double firstMark = y + 7;
        PictureBuilder entries(m_to.measure());
        for (auto event = content.events.rbegin(); event != content.events.rend() && shown < mostLearned;
             ++event, ++shown) {
            entries.setEntity(event->id);
            lastMark = y + 7;
            if (event->isDecision)
                drawDiamond(entries, "learned.mark", {lineX, lastMark}, 9, true, {Role::ink}, 1);
            else
                entries.box("learned.mark", {lineX - 4.5, lastMark - 4.5, 9, 9}, {Role::paper}, {{Role::ink}, 1.5}, 0,
                            Outline::ellipse);
            const double start = y;
            entries.text("learned.date", {left, y + 11},
                         base::toWords(event->date) + (event->isDecision ? ", decision" : ", review"), type::caption,
                         {Role::muted}, room);
            y += 18;
            y += 18 * static_cast<double>(entries.paragraph("learned.title", {left, y}, event->title, type::bodyStrong,
                                                            {Role::ink}, room, 3, 18));
            y += 18 * static_cast<double>(entries.paragraph("learned.text", {left, y}, event->text, type::body,
                                                            {Role::ink}, room, 4, 18));
            entries.area({margin, start, learnedWidth, y - start}, event->id, "event");
            y += 18;
        }
        m_to.line("learned.line", {{lineX, firstMark}, {lineX, lastMark}}, {{Role::line}, 1});
        Picture drawn = entries.finish();
        Picture& picture = m_to.picture();
        picture.shapes.insert(picture.shapes.end(), drawn.shapes.begin(), drawn.shapes.end());
        picture.areas.insert(picture.areas.end(), drawn.areas.begin(), drawn.areas.end());
        return y;
    }

    const model::Model& m_model;
    const RoadmapBoardOptions& m_options;
    PictureBuilder m_to;
    Increments m_increments;
    std::vector<RoadmapGroup> m_groups;
    std::vector<const model::Constraint*> m_open;
    double m_columnsLeft = 0;
    double m_columnWidth = 0;
    double m_right = 0;
    double m_width = 0;
};

} // namespace

Picture roadmapBoard(const model::Model& model, const model::ModelIndex& index, const RoadmapBoardOptions& options,
                     const TextMeasure& measure) {
    return BoardDrawing(model, index, options, measure).run();
}

} // namespace flowspine::view
