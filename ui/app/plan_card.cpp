#include "app/plan_card.h"

#include "adapters/plain_text.h"
#include "analysis/variant_comparison.h"
#include "render/picture_painter.h"
#include "view/picture_builder.h"
#include "view/plan_thumbnail.h"
#include "view/time_text.h"

#include <QPainter>

namespace flowspine::app {

using view::Role;

namespace {

constexpr int cardWidth = 608;
constexpr int cardHeight = 432;
constexpr int smallestWidth = 320;
constexpr double pictureTop = 24;
constexpr double captionHeight = 68;
constexpr double margin = 16;

constexpr view::TextStyle small{.size = 11, .weight = 400};
constexpr view::TextStyle smallStrong{.size = 11, .weight = 600};

// The first flow, and the variant it is on its way to: the first to-be.
struct MainFlow {
    const model::Flow* flow = nullptr;
    const model::Variant* now = nullptr;
    const model::Variant* then = nullptr;
};

MainFlow mainFlow(const model::Model& plan) {
    MainFlow found;
    plan.forEach(plan.plan().flows, [&](const model::Flow& flow) {
        if (found.flow == nullptr) found.flow = &flow;
    });
    if (found.flow == nullptr) return found;
    found.now = plan.find(found.flow->current);
    plan.forEach(found.flow->variants, [&](const model::Variant& variant) {
        if (found.then == nullptr && variant.kind == model::VariantKind::toBe) found.then = &variant;
    });
    return found;
}

// Writes words one after another on a line.
class Line {
  public:
    Line(view::PictureBuilder& builder, double x, double y) : m_builder(builder), m_x(x), m_y(y) {}

    void write(const std::string& words, const view::TextStyle& style, Role role, double gap = 4) {
        m_x += m_builder.text("caption" + std::to_string(m_count++), {m_x, m_y}, words, style, {role}) + gap;
    }

  private:
    view::PictureBuilder& m_builder;
    double m_x;
    double m_y;
    int m_count = 0;
};

void writeFigures(Line& line, const model::Model& plan) {
    const MainFlow main = mainFlow(plan);
    if (main.now == nullptr) return;
    const double day = view::hoursPerDay(plan.plan());
    const analysis::FlowMetrics now = analysis::flowMetrics(plan, *main.flow, *main.now);
    line.write(std::to_string(now.workSteps) + " steps, " + std::to_string(now.teams) + " teams", small, Role::muted,
               16);
    const auto lead = [day](const analysis::FlowMetrics& metrics) {
        return metrics.leadHours ? view::shortNumber(*metrics.leadHours / day) + " d" : std::string();
    };
    line.write("lead time", small, Role::muted);
    line.write(lead(now), smallStrong, Role::ink);
    if (main.then == nullptr) {
        line.write("", small, Role::muted, 12);
        line.write("handoffs", small, Role::muted);
        line.write(std::to_string(now.handoffs), smallStrong, Role::handoff);
        return;
    }
    const analysis::FlowMetrics then = analysis::flowMetrics(plan, *main.flow, *main.then);
    line.write("→", small, Role::muted);
    line.write(lead(then), smallStrong, Role::good, 16);
    line.write("handoffs", small, Role::muted);
    line.write(std::to_string(now.handoffs), smallStrong, Role::handoff);
    line.write("→", small, Role::muted);
    line.write(std::to_string(then.handoffs), smallStrong, then.handoffs < now.handoffs ? Role::good : Role::muted);
}

} // namespace

PlanCard::PlanCard(model::Model plan, const render::Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_plan(std::move(plan)), m_theme(&theme) {
    const QString name = adapters::toQt(m_plan.plan().name);
    setText(name);
    setAccessibleName(tr("Open a copy of “%1”").arg(name));
    setToolTip(tr("Open a copy"));
    setMinimumSize(smallestWidth, cardHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void PlanCard::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    update();
}

QSize PlanCard::sizeHint() const {
    return {cardWidth, cardHeight};
}

view::Picture PlanCard::caption(double width) const {
    const render::QtTextMeasure measure;
    view::PictureBuilder builder(measure);
    const double top = cardHeight - captionHeight;
    builder.line("edge", {{0, top}, {width, top}}, {{Role::line}, 1});
    const double nameWidth = builder.text("name", {margin, top + 27}, m_plan.plan().name, {.size = 13, .weight = 600},
                                          {Role::ink}, width * 0.6);
    std::string owner = m_plan.plan().organisation;
    if (m_plan.plan().sector != model::Sector::unstated && !owner.empty())
        owner += " · " + adapters::fromQt(adapters::toQt(model::labelOf(m_plan.plan().sector)).toLower());
    builder.text("owner", {margin + nameWidth + 8, top + 27}, owner, small, {Role::muted},
                 width - nameWidth - 3 * margin);
    Line line(builder, margin, top + 50);
    writeFigures(line, m_plan);
    return builder.finish({0, 0, width, cardHeight});
}

void PlanCard::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    const render::QtTextMeasure measure;
    m_thumbnail = view::planThumbnail(m_plan, {.width = width() - 2 * margin}, measure);
    m_caption = caption(width());
}

void PlanCard::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Role border = hasFocus() ? Role::accent : Role::line;
    const double width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(underMouse() && !hasFocus() ? m_theme->color({Role::ink, 45}) : m_theme->color(border), width));
    painter.setBrush(m_theme->color(Role::paper));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    render::PicturePainter pictures(painter, *m_theme);
    pictures.draw(m_caption);
    painter.translate(margin, pictureTop);
    pictures.draw(m_thumbnail);
}

void PlanCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void PlanCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace flowspine::app
