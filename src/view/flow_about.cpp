#include "view/flow_about.h"

#include "model/naming.h"
#include "view/flow_marks.h"
#include "view/picture_builder.h"
#include "view/time_text.h"
#include "view/type_styles.h"

namespace flowspine::view {

using namespace model;

namespace {

constexpr double inset = 12;
constexpr double line = 14;
constexpr double rowHeight = 19;
constexpr double sampleWidth = 36;

class About {
  public:
    About(const Model& model, double width, const TextMeasure& measure)
        : m_model(model), m_width(width), m_to(measure) {}

    Picture run(const Flow& flow) {
        heading("about", "About this flow");
        named("Owner", flow.owner);
        fact("What flows", flow.unitOfWork, flow.id);
        fact("Starts when", flow.trigger, flow.id);
        fact("Ends when", flow.endEvent, flow.id);
        named("Customer", flow.customer);
        if (flow.demandPerWeek) fact("Demand", shortNumber(*flow.demandPerWeek) + " / week", flow.id);
        if (m_count == 0) fact("Nothing stated yet", "Owner, start, end, customer and demand", flow.id);
        outcomes(flow);
        return m_to.finish({0, 0, m_width, m_y + 8});
    }

  private:
    void heading(const std::string& part, const std::string& words) {
        m_to.line(part + ".edge", {{0, m_y + 0.5}, {m_width, m_y + 0.5}}, {{Role::line}, 1});
        m_y += 10;
        m_to.text(part, {inset, m_y + 11}, words, type::captionStrong, {Role::muted}, m_width - 2 * inset);
        m_y += 22;
    }

    template <class T>
    void named(const std::string& label, const Id<T>& id) {
        if (id && m_model.contains(id)) fact(label, shortName(m_model, id), id);
    }

    void fact(const std::string& label, const std::string& words, const AnyId& id) {
        if (words.empty()) return;
        const std::string part = "fact" + std::to_string(m_count++);
        const double top = m_y;
        m_to.text(part + ".label", {inset, m_y + 11}, label, type::caption, {Role::muted}, m_width - 2 * inset);
        m_y += line;
        m_y += line * static_cast<double>(m_to.paragraph(part, {inset, m_y}, words, type::caption, {Role::ink},
                                                         m_width - 2 * inset, 3, line));
        m_to.area({0, top, m_width, m_y - top}, id, "fact");
        m_y += 5;
    }

    void outcomes(const Flow& flow) {
        std::size_t count = 0;
        for (const Id<Outcome>& id : flow.outcomes) {
            const Outcome* outcome = m_model.find(id);
            if (outcome == nullptr) continue;
            if (count == 0) {
                m_y += 6;
                heading("delivers", "Delivers");
            }
            const std::string part = "outcome" + std::to_string(count++);
            const double top = m_y;
            m_to.symbol(part + ".icon", {inset, m_y + 1, 12, 12}, "outcome", {Role::muted});
            m_y += line * static_cast<double>(m_to.paragraph(part, {inset + 19, m_y}, outcome->title, type::caption,
                                                             {Role::ink}, m_width - 2 * inset - 19, 2, line));
            m_to.area({0, top, m_width, m_y - top}, id, "fact");
            m_y += 4;
        }
    }

    const Model& m_model;
    const double m_width;
    PictureBuilder m_to;
    double m_y = 0;
    std::size_t m_count = 0;
};

class Legend {
  public:
    Legend(double width, const TextMeasure& measure) : m_width(width), m_to(measure) {}

    Picture run(bool isComparing) {
        m_to.line("edge", {{0, 0.5}, {m_width, 0.5}}, {{Role::line}, 1});
        m_to.text("head", {inset, 21}, "Marks", type::captionStrong, {Role::muted});
        m_y = 30;
        link("same team", {{Role::muted}, 1.5});
        link("handoff", {{Role::handoff}, 1.5});
        link("rework", {{Role::handoff}, 1.5, Dash::dashed});
        if (isComparing) {
            square("another team", "arrow-up", Role::accent);
            square("other times", "clock", Role::warn);
            square("added", "add", Role::good);
            square("gone", "minus", Role::bad);
            moved("from its old lane");
        } else {
            link("critical path", {{Role::handoff}, 2.5});
            pingPong("back and forth");
            chip("nobody answers", "person", "0", Role::bad);
            chip("two answer", "person", "2", Role::bad);
        }
        chip("decision right", "key", "D", Role::accent);
        chip("spine item", "lock-closed", "S", Role::muted);
        if (!isComparing) {
            chip("%C&A under 90", "check", "%", Role::muted);
            wait("wait before");
        }
        return m_to.finish({0, 0, m_width, m_y + 6});
    }

  private:
    void words(const std::string& text) {
        m_to.text(text, {inset + sampleWidth + 10, m_y + 13}, text, type::caption, {Role::ink},
                  m_width - 2 * inset - sampleWidth - 8);
        m_y += rowHeight;
    }
    void link(const std::string& text, Stroke stroke) {
        Shape& shape = m_to.line(text + ".line", {{inset, m_y + 9}, {inset + sampleWidth, m_y + 9}}, stroke);
        std::get<Line>(shape.form).end = LineEnd::arrow;
        words(text);
    }
    void moved(const std::string& text) {
        const double x = inset + sampleWidth / 2;
        Shape& shape = m_to.line(text + ".line", {{x, m_y + 17}, {x, m_y + 2}}, {{Role::accent}, 1.5, Dash::dotted});
        std::get<Line>(shape.form).end = LineEnd::arrow;
        words(text);
    }
    void square(const std::string& text, const std::string& icon, Role role) {
        drawChangeSquare(m_to, text + ".square", {inset + sampleWidth / 2 - 8, m_y + 1}, icon, role);
        words(text);
    }
    void pingPong(const std::string& text) {
        const Rect rect{inset + sampleWidth / 2 - 8.5, m_y + 0.5, 17, 17};
        m_to.box(text + ".disc", rect, {Role::paper}, {{Role::handoff}, 1.25}, 0, Outline::ellipse);
        m_to.symbol(text + ".icon", {rect.center().x - 5.5, rect.center().y - 5.5, 11, 11}, "ping-pong",
                    {Role::handoff});
        words(text);
    }
    void chip(const std::string& text, const std::string& icon, const std::string& code, Role role) {
        const double width = 24 + m_to.measure().width(code, type::captionStrong);
        const double x = inset + (sampleWidth - width) / 2;
        m_to.box(text + ".chip", {x, m_y + 1, width, 16}, {Role::paper}, {{role}, 1}, 6);
        m_to.symbol(text + ".icon", {x + 5, m_y + 3.5, 11, 11}, icon, {role});
        m_to.text(text + ".code", {x + 19, m_y + 13}, code, type::captionStrong, {role});
        words(text);
    }
    void wait(const std::string& text) {
        m_to.symbol(text + ".icon", {inset + 4, m_y + 4, 10, 10}, "hourglass", {Role::muted});
        m_to.text(text + ".time", {inset + 18, m_y + 13}, "5 d", type::caption, {Role::muted});
        words(text);
    }

    const double m_width;
    PictureBuilder m_to;
    double m_y = 0;
};

} // namespace

Picture flowAbout(const Model& model, const Id<Flow>& flow, double width, const TextMeasure& measure) {
    const Flow* found = model.find(flow);
    return found == nullptr ? Picture() : About(model, width, measure).run(*found);
}

Picture flowLegend(bool isComparing, double width, const TextMeasure& measure) {
    return Legend(width, measure).run(isComparing);
}

} // namespace flowspine::view
