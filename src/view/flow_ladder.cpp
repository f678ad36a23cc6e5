#include "view/flow_ladder.h"

#include "view/flow_contents.h"
#include "view/flow_lanes.h"
#include "view/picture_builder.h"
#include "view/time_text.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double waitY = 50;    // of the line while work waits
constexpr double processY = 68; // and while it is worked on
constexpr double scaleY = 102;
constexpr double scaleHeight = 16;
constexpr double left = laneHeaderWidth + 12;

// One step of the ladder, between where the one before ended and where its box ends.
struct Rung {
    const Step* step = nullptr;
    std::string name;
    double waitX = 0;
    double x = 0;
    double end = 0;
    std::int64_t wait = 0; // seconds
    std::int64_t process = 0;
};

std::int64_t secondsOf(const std::optional<Duration>& time) {
    return time ? std::clamp<std::int64_t>(time->seconds, 0, std::int64_t{1} << 40) : 0;
}

std::vector<Rung> rungsOf(const FlowContents& contents) {
    std::vector<std::size_t> steps;
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const StepType type = contents.steps[s].step->type;
        const bool isWork = type == StepType::task || type == StepType::decision || type == StepType::wait;
        if (isWork && contents.options.critical.contains(contents.steps[s].step->id)) steps.push_back(s);
    }
    const auto& boxes = contents.layout.boxes;
    std::stable_sort(steps.begin(), steps.end(), [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; });
    std::vector<Rung> rungs;
    double at = laneHeaderWidth;
    for (const std::size_t s : steps) {
        // Boxes over each other cannot both have their place on one line; the first keeps it.
        if (boxes[s].x < at) continue;
        const Step& step = *contents.steps[s].step;
        rungs.push_back({&step, contents.steps[s].title, at, boxes[s].x, boxes[s].right(), secondsOf(step.waitTime),
                         secondsOf(step.processTime)});
        at = boxes[s].right();
    }
    return rungs;
}

class LadderDrawing {
  public:
    LadderDrawing(const FlowContents& contents, const TextMeasure& measure)
        : m_contents(contents), m_to(measure), m_rungs(rungsOf(contents)) {
        for (const Rung& rung : m_rungs) {
            m_wait += rung.wait;
            m_process += rung.process;
        }
        m_longest = std::max_element(m_rungs.begin(), m_rungs.end(),
                                     [](const Rung& a, const Rung& b) { return a.wait < b.wait; });
    }

    Picture run() {
        const double width = m_contents.layout.bounds.width;
        m_to.box("ground", {0, 0, width, flowLadderHeight}, {Role::paper});
        m_to.line("edge", {{0, 0.5}, {width, 0.5}}, {{Role::line}, 1});
        m_to.line("head.edge", {{laneHeaderWidth - 0.5, 0}, {laneHeaderWidth - 0.5, flowLadderHeight}},
                  {{Role::line}, 1});
        drawHead();
        if (m_rungs.empty()) {
            m_to.text("empty", {left, 24}, "Once a way leads from the start to an end, its times stand here.",
                      type::body, {Role::muted}, std::max(width - left - 16, 1.0));
            return m_to.finish({0, 0, width, flowLadderHeight});
        }
        drawSummary();
        for (std::size_t i = 0; i < m_rungs.size(); ++i) drawRung(m_rungs[i]);
        drawLine();
        drawScale();
        return m_to.finish({0, 0, width, flowLadderHeight});
    }

  private:
    [[nodiscard]] std::string words(std::int64_t seconds) const {
        return timeText(Duration{seconds}, m_contents.hoursPerDay);
    }

    void drawHead() {
        constexpr double x = 12;
        m_to.text("title", {x, 20}, "Time ladder", type::bodyStrong, {Role::ink});
        m_to.text("wait.head", {x, 47}, "wait", type::caption, {Role::muted});
        m_to.text("process.head", {x, 77}, "process", type::caption, {Role::muted});
        m_to.text("scale.head", {x, 114}, "to scale", type::caption, {Role::muted});
        m_to.box("work.key", {x, 122, 8, 8}, {Role::ink});
        m_to.text("work.word", {x + 12, 130}, "work", type::caption, {Role::muted});
        m_to.box("wait.key", {x + 44, 122, 8, 8}, {Role::muted, 30});
        m_to.text("wait.word", {x + 56, 130}, "wait", type::caption, {Role::muted});
    }

    void drawSummary() {
        const double right = m_contents.layout.bounds.width - 16;
        double x = left;
        const auto say = [&](const char* part, const std::string& text, const TextStyle& style, Paint paint) {
            if (right - x > 16) x += m_to.text(part, {x, 20}, text, style, paint, right - x) + 8;
        };
        say("summary.head", "Longest way, one pass:", type::caption, {Role::muted});
        say("summary", words(m_wait) + " wait + " + words(m_process) + " process = " + words(m_wait + m_process),
            type::captionStrong, {Role::ink});
        x += 16;
        if (m_longest->wait > 0 && right - x > 80)
            m_to.text("longest", {right, 20}, "Longest wait: " + m_longest->name + ", " + words(m_longest->wait),
                      type::caption, {Role::muted}, right - x, Align::right);
    }

    void drawRung(const Rung& rung) {
        const bool isLongest = &rung == &*m_longest && rung.wait > 0;
        m_to.setEntity(rung.step->id);
        Shape& wait = m_to.box("wait", {rung.waitX, waitY, rung.x - rung.waitX, processY - waitY},
                               isLongest ? Paint{Role::warn, 30} : Paint{Role::muted, 14});
        wait.altText = rung.name + ", waits " + words(rung.wait) + ", works " + words(rung.process);
        wait.tip = wait.altText;
        const double middle = (rung.waitX + rung.x) / 2;
        // A wait's number may reach over its space: on both sides there is only the line of work, far below.
        if (rung.step->waitTime)
            m_to.text("wait.time", {middle, waitY - 5}, words(rung.wait), type::bodyStrong,
                      {isLongest ? Role::warn : Role::ink}, rung.x - rung.waitX + 60, Align::center);
        if (rung.step->processTime)
            m_to.text("process.time", {(rung.x + rung.end) / 2, processY + 15}, words(rung.process),
                      type::captionMedium, {Role::ink}, rung.end - rung.x, Align::center);
        m_to.area({rung.waitX, waitY - 20, rung.end - rung.waitX, 56}, rung.step->id, "step");
        m_to.setEntity({});
    }

    void drawLine() {
        std::vector<Point> points;
        for (const Rung& rung : m_rungs) {
            points.push_back({rung.waitX, waitY + 0.5});
            points.push_back({rung.x, waitY + 0.5});
            points.push_back({rung.x, processY + 0.5});
            points.push_back({rung.end, processY + 0.5});
        }
        m_to.line("ladder", std::move(points), {{Role::ink}, 1.5});
    }

    void drawScale() {
        const double total = static_cast<double>(m_wait + m_process);
        const double width = m_contents.layout.bounds.width - 16 - left;
        if (total <= 0 || width < 40) return;
        const auto place = [&](double seconds) { return left + width * seconds / total; };
        std::int64_t passed = 0;
        for (const Rung& rung : m_rungs) {
            const bool isLongest = &rung == &*m_longest && rung.wait > 0;
            m_to.setEntity(rung.step->id);
            const double x = place(static_cast<double>(passed));
            const double worked = place(static_cast<double>(passed + rung.wait));
            passed += rung.wait + rung.process;
            const double end = place(static_cast<double>(passed));
            if (end <= x) continue;
            m_to.box("scale.wait", {x, scaleY, worked - x, scaleHeight},
                     isLongest ? Paint{Role::warn, 26} : Paint{Role::muted, 16});
            m_to.box("scale.process", {worked, scaleY, end - worked, scaleHeight}, {Role::ink});
            const std::string time = words(rung.wait);
            const std::string named = rung.name + " " + time;
            const double room = worked - x - 12;
            if (m_to.measure().width(visible(named), type::caption) <= room)
                m_to.text("scale.words", {x + 6, scaleY + 12}, named, type::caption, {Role::ink});
            else if (m_to.measure().width(time, type::caption) <= room)
                m_to.text("scale.words", {x + 6, scaleY + 12}, time, type::caption, {Role::ink});
            m_to.area({x, scaleY, end - x, scaleHeight}, rung.step->id, "step");
        }
        m_to.setEntity({});
        drawTicks(total, width);
    }

    // About nine ticks, at 1, 2 or 5 times a power of ten of the unit that fits the whole.
    void drawTicks(double total, double width) {
        const double day = m_contents.hoursPerDay * 3600;
        const double unit = total >= 3 * day ? day : total >= 3 * 3600 ? 3600 : 60;
        double step = std::pow(10, std::floor(std::log10(total / unit / 9)));
        for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
            if (total / unit / (step * factor) > 10) continue;
            step *= factor;
            break;
        }
        double last = 0;
        for (int i = 0; i <= 10 && i * step * unit <= total; ++i) {
            const double x = left + width * i * step * unit / total;
            const std::string part = "tick" + std::to_string(i);
            m_to.line(part, {{x + 0.5, scaleY + 17}, {x + 0.5, scaleY + 21}}, {{Role::muted}, 1});
            const std::string time = i == 0 ? "0"
                                            : shortNumber(i * step) + (unit == day ? " d"
                                                                       : unit > 60 ? " h"
                                                                                   : " min");
            const double half = m_to.measure().width(time, type::caption) / 2;
            const double center = i == 0 ? x + half : std::min(x, left + width - half);
            if (i > 0 && center - half < last + 12) continue;
            m_to.text(part + ".time", {center, scaleY + 33}, time, type::caption, {Role::muted}, 0, Align::center);
            last = center + half;
        }
    }

    const FlowContents& m_contents;
    PictureBuilder m_to;
    std::vector<Rung> m_rungs;
    std::vector<Rung>::const_iterator m_longest;
    std::int64_t m_wait = 0;
    std::int64_t m_process = 0;
};

} // namespace

Picture flowLadder(const Model& model, const ModelIndex& index, Id<Variant> variant, const FlowPictureOptions& options,
                   const TextMeasure& measure) {
    const Variant* found = model.find(variant);
    if (found == nullptr) return {};
    const FlowContents contents(model, index, *found, options, measure);
    if (contents.isGivenUp) return {};
    return LadderDrawing(contents, measure).run();
}

} // namespace flowspine::view
