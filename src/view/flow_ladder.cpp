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
constexpr double comparedY = 96; // of two bars, one under the other
constexpr double beforeY = 118;
constexpr double textLeft = 12;
constexpr double narrowestProcess = 40; // with room for its time

// One step of the ladder, between where the one before ended and where its box ends, in px on the screen.
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

std::vector<Rung> rungsOf(const FlowContents& contents, const std::unordered_set<AnyId>& critical) {
    std::vector<std::size_t> steps;
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const StepType type = contents.steps[s].step->type;
        const bool isWork = type == StepType::task || type == StepType::decision || type == StepType::wait;
        if (isWork && critical.contains(contents.steps[s].step->id)) steps.push_back(s);
    }
    const auto& boxes = contents.layout.boxes;
    std::stable_sort(steps.begin(), steps.end(), [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; });
    std::vector<Rung> rungs;
    const double zoom = contents.options.zoom;
    double at = contents.scale.headerWidth() * zoom;
    for (const std::size_t s : steps) {
        // Boxes over each other cannot both have their place on one line; the first keeps it.
        if (boxes[s].x * zoom < at) continue;
        const Step& step = *contents.steps[s].step;
        rungs.push_back({&step, contents.steps[s].title, at, boxes[s].x * zoom, boxes[s].right() * zoom,
                         secondsOf(step.waitTime), secondsOf(step.processTime)});
        at = boxes[s].right() * zoom;
    }
    return rungs;
}

// The way of one pass, with what it adds up to.
struct Way {
    explicit Way(std::vector<Rung> of) : rungs(std::move(of)) {
        for (const Rung& rung : rungs) {
            wait += rung.wait;
            process += rung.process;
        }
        const auto most =
            std::max_element(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) { return a.wait < b.wait; });
        if (most != rungs.end() && most->wait > 0) longest = &*most;
    }
    Way(const Way&) = delete; // `longest` points into it
    [[nodiscard]] std::int64_t total() const { return wait + process; }

    std::vector<Rung> rungs;
    const Rung* longest = nullptr; // of the longest wait
    std::int64_t wait = 0;
    std::int64_t process = 0;
};

// A bar to scale, and what it is called.
struct ScaleBar {
    const Way* way;
    std::string part;
    double y;
    double height;
};

class LadderDrawing {
  public:
    // `before`: nullptr when nothing is compared.
    LadderDrawing(const FlowContents& contents, const FlowContents* before, LadderForm form, const TextMeasure& measure)
        : m_isBar(form == LadderForm::bar), m_lift(m_isBar ? flowLadderHeight - flowLadderBarHeight : 0),
          m_contents(contents), m_before(before), m_to(measure), m_way(rungsOf(contents, contents.options.critical)),
          m_old(before == nullptr ? std::vector<Rung>() : rungsOf(*before, contents.options.comparison.critical)),
          m_header(contents.scale.headerWidth() * contents.options.zoom), m_left(m_header + textLeft),
          m_width(contents.layout.bounds.width * contents.options.zoom) {}

    Picture run() {
        const double width = m_width;
        m_to.box("ground", {0, 0, width, flowLadderHeight - m_lift}, {Role::paper});
        m_to.line("edge", {{0, 0.5}, {width, 0.5}}, {{Role::line}, 1});
        m_to.line("head.edge", {{m_header - 0.5, 0}, {m_header - 0.5, flowLadderHeight - m_lift}}, {{Role::line}, 1});
        drawHead();
        if (m_way.rungs.empty()) {
            m_to.text("empty", {m_left, 24}, reason(), type::body, {Role::muted}, std::max(width - m_left - 16, 1.0));
            return m_to.finish({0, 0, width, flowLadderHeight - m_lift});
        }
        if (!m_isBar) {
            drawSummary();
            for (const Rung& rung : m_way.rungs) drawRung(rung);
            drawLine();
        }
        drawScales();
        return m_to.finish({0, 0, width, flowLadderHeight - m_lift});
    }

  private:
    [[nodiscard]] std::string words(std::int64_t seconds) const {
        return timeText(Duration{seconds}, m_contents.hoursPerDay);
    }

    // Why there is nothing to show.
    [[nodiscard]] std::string reason() const {
        for (const FlowStepFacts& facts : m_contents.steps)
            if (const std::string words = errorAt(facts.step->id); !words.empty()) return words;
        for (const FlowLinkFacts& facts : m_contents.links)
            if (const std::string words = errorAt(facts.link->id); !words.empty()) return words;
        return "Once a way leads from the start to an end, its times stand here.";
    }
    [[nodiscard]] std::string errorAt(const AnyId& id) const {
        const auto problem = m_contents.options.problems.find(id);
        if (problem == m_contents.options.problems.end() || !problem->second.isError) return {};
        return "Times cannot be told: " + problem->second.words.substr(0, problem->second.words.find('\n'));
    }

    void drawHead() {
        constexpr double x = 12;
        if (!m_isBar || !isComparing()) m_to.text("title", {x, 20}, "Time ladder", type::bodyStrong, {Role::ink});
        if (!m_isBar) {
            m_to.text("wait.head", {x, 47}, "wait", type::caption, {Role::muted});
            m_to.text("process.head", {x, 77}, "process", type::caption, {Role::muted});
        }
        if (isComparing()) {
            const bool isKindEnough = m_contents.variant.kind != m_before->variant.kind;
            const auto name = [&](const FlowContents& of) {
                return isKindEnough || of.variant.name.empty() ? std::string(labelOf(of.variant.kind))
                                                               : of.variant.name;
            };
            m_to.text("scale.head", {x, comparedY - m_lift + 12}, name(m_contents), type::captionStrong, {Role::ink},
                      m_header - x - 8);
            m_to.text("scale.head.before", {x, beforeY - m_lift + 12}, name(*m_before), type::caption, {Role::muted},
                      m_header - x - 8);
            return;
        }
        if (!m_isBar) m_to.text("scale.head", {x, 114}, "to scale", type::caption, {Role::muted});
        m_to.box("work.key", {x, 122 - m_lift, 8, 8}, {Role::ink});
        m_to.text("work.word", {x + 12, 130 - m_lift}, "work", type::caption, {Role::muted});
        m_to.box("wait.key", {x + 44, 122 - m_lift, 8, 8}, {Role::muted, 30});
        m_to.text("wait.word", {x + 56, 130 - m_lift}, "wait", type::caption, {Role::muted});
    }

    void drawSummary() {
        const double right = m_width - 16;
        double x = m_left;
        const auto say = [&](const char* part, const std::string& text, const TextStyle& style, Paint paint) {
            if (right - x > 16) x += m_to.text(part, {x, 20}, text, style, paint, right - x) + 8;
        };
        say("summary.head", "Longest way, one pass:", type::caption, {Role::muted});
        say("summary", words(m_way.wait) + " wait + " + words(m_way.process) + " process = " + words(m_way.total()),
            type::captionStrong, {Role::ink});
        x += 16;
        if (right - x <= 80) return;
        if (isComparing()) {
            m_to.text("compared", {right, 20}, comparedWords(), type::captionStrong, {comparedRole()}, right - x,
                      Align::right);
        } else if (m_way.longest != nullptr) {
            m_to.text("longest", {right, 20},
                      "Longest wait: " + m_way.longest->name + ", " + words(m_way.longest->wait), type::caption,
                      {Role::muted}, right - x, Align::right);
        }
    }

    [[nodiscard]] bool isComparing() const { return !m_old.rungs.empty() && m_old.total() > 0; }

    // "Before 43.9 d, now 12.1 d: 73 % less"
    [[nodiscard]] std::string comparedWords() const {
        const double share =
            100.0 * static_cast<double>(m_way.total() - m_old.total()) / static_cast<double>(m_old.total());
        const std::string text = "Before " + words(m_old.total()) + ", then " + words(m_way.total()) + ": ";
        if (m_way.total() == m_old.total()) return text + "the same";
        return text + shareText(std::round(std::abs(share))) + (share < 0 ? " less" : " more");
    }
    [[nodiscard]] Role comparedRole() const {
        return m_way.total() < m_old.total() ? Role::good : m_way.total() > m_old.total() ? Role::warn : Role::ink;
    }

    void drawRung(const Rung& rung) {
        const bool isLongest = &rung == m_way.longest;
        m_to.setEntity(rung.step->id);
        Shape& wait = m_to.box("wait", {rung.waitX, waitY, rung.x - rung.waitX, processY - waitY},
                               isLongest ? Paint{Role::warn, 30} : Paint{Role::muted, 14});
        wait.altText = rung.name + ", waits " + words(rung.wait) + ", works " + words(rung.process);
        wait.tip = wait.altText;
        const double middle = (rung.waitX + rung.x) / 2;
        // A wait's number may reach over its space: on both sides there is only the line of work, far below.
        const double half = m_to.measure().width(words(rung.wait), type::bodyStrong) / 2;
        if (rung.step->waitTime && (isLongest || middle - half >= m_saidTo)) {
            m_to.text("wait.time", {middle, waitY - 5}, words(rung.wait), type::bodyStrong,
                      {isLongest ? Role::warn : Role::ink}, rung.x - rung.waitX + 60, Align::center);
            m_saidTo = middle + half + 4;
        }
        if (rung.step->processTime && rung.end - rung.x >= narrowestProcess)
            m_to.text("process.time", {(rung.x + rung.end) / 2, processY + 15}, words(rung.process),
                      type::captionMedium, {Role::ink}, rung.end - rung.x, Align::center);
        m_to.area({rung.waitX, waitY - 20, rung.end - rung.waitX, 56}, rung.step->id, "step");
        m_to.setEntity({});
    }

    void drawLine() {
        std::vector<Point> points;
        for (const Rung& rung : m_way.rungs) {
            points.push_back({rung.waitX, waitY + 0.5});
            points.push_back({rung.x, waitY + 0.5});
            points.push_back({rung.x, processY + 0.5});
            points.push_back({rung.end, processY + 0.5});
        }
        m_to.line("ladder", std::move(points), {{Role::ink}, 1.5});
    }

    void drawScales() {
        const double total = static_cast<double>(std::max(m_way.total(), m_old.total()));
        const double width = m_width - 16 - m_left;
        if (total <= 0 || width < 40) return;
        if (!isComparing()) {
            drawScale({&m_way, "scale", scaleY - m_lift, scaleHeight}, width / total);
            drawTicks(total, width);
            return;
        }
        const double end = drawScale({&m_way, "scale", comparedY - m_lift, scaleHeight}, width / total);
        drawScale({&m_old, "scale.before", beforeY - m_lift, scaleHeight}, width / total);
        if (m_left + width - end > 160)
            m_to.text("compared.total", {end + 12, comparedY - m_lift + 12.5}, words(m_way.total()), type::bodyStrong,
                      {comparedRole()});
    }

    // Returns where the bar ends.
    double drawScale(const ScaleBar& bar, double perSecond) {
        std::int64_t passed = 0;
        const auto place = [&] { return m_left + perSecond * static_cast<double>(passed); };
        const bool isOld = bar.way == &m_old;
        for (const Rung& rung : bar.way->rungs) {
            const bool isLongest = &rung == bar.way->longest;
            m_to.setEntity(rung.step->id);
            const double x = place();
            passed += rung.wait;
            const double worked = place();
            passed += rung.process;
            const double end = place();
            if (end <= x) continue;
            m_to.box(bar.part + ".wait", {x, bar.y, worked - x, bar.height},
                     isLongest ? Paint{Role::warn, 26} : Paint{Role::muted, 16});
            m_to.box(bar.part + ".process", {worked, bar.y, end - worked, bar.height},
                     isOld ? Paint{Role::muted} : Paint{Role::ink});
            const std::string time = words(rung.wait);
            const std::string named = rung.name + " " + time;
            const double room = worked - x - 12;
            const auto fits = [&](const std::string& text) {
                return m_to.measure().width(visible(text), type::caption) <= room;
            };
            if (fits(named) || fits(time))
                m_to.text(bar.part + ".words", {x + 6, bar.y + 12}, fits(named) ? named : time, type::caption,
                          {Role::ink});
            if (!isOld) m_to.area({x, bar.y, end - x, bar.height}, rung.step->id, "step");
        }
        m_to.setEntity({});
        return place();
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
            const double x = m_left + width * i * step * unit / total;
            const std::string part = "tick" + std::to_string(i);
            m_to.line(part, {{x + 0.5, scaleY - m_lift + 17}, {x + 0.5, scaleY - m_lift + 21}}, {{Role::muted}, 1});
            const std::string time = i == 0 ? "0"
                                            : shortNumber(i * step) + (unit == day ? " d"
                                                                       : unit > 60 ? " h"
                                                                                   : " min");
            const double half = m_to.measure().width(time, type::caption) / 2;
            const double center = i == 0 ? x + half : std::min(x, m_left + width - half);
            if (i > 0 && center - half < last + 12) continue;
            m_to.text(part + ".time", {center, scaleY - m_lift + 33}, time, type::caption, {Role::muted}, 0,
                      Align::center);
            last = center + half;
        }
    }

    const bool m_isBar;
    const double m_lift; // of the bar, when it is all there is
    const FlowContents& m_contents;
    const FlowContents* m_before;
    PictureBuilder m_to;
    const Way m_way;
    const Way m_old;
    const double m_header;
    const double m_left;
    const double m_width;
    double m_saidTo = 0; // right end of the wait that was said last
};

} // namespace

Picture flowLadder(const Model& model, const ModelIndex& index, Id<Variant> variant, const FlowPictureOptions& options,
                   const TextMeasure& measure, LadderForm form) {
    const Variant* found = model.find(variant);
    if (found == nullptr) return {};
    const FlowContents contents(model, index, *found, options, measure);
    if (contents.isGivenUp) return {};
    const Variant* baseline = model.find(options.comparison.baseline);
    if (baseline == nullptr) return LadderDrawing(contents, nullptr, form, measure).run();
    const FlowPictureOptions plain;
    const FlowContents before(model, index, *baseline, plain, measure);
    return LadderDrawing(contents, &before, form, measure).run();
}

} // namespace flowspine::view
