#include "app/plan_card.h"

#include "adapters/plain_text.h"
#include "model/model_index.h"
#include "render/picture_painter.h"
#include "view/flow_picture.h"
#include "view/picture_builder.h"

#include <QPainter>

#include <array>

namespace flowspine::app {

using view::Role;

namespace {

constexpr int cardWidth = 608;
constexpr int cardHeight = 432;
constexpr int pictureTop = 24;
constexpr int pictureHeight = 200;
constexpr int stripTop = 240;
constexpr int captionHeight = 68;
constexpr double margin = 16;

// A picture drawn smaller, at its place.
void drawFitted(QPainter& painter, const render::Theme& theme, const view::Picture& picture, const QRectF& place) {
    if (picture.bounds.isEmpty()) return;
    const double scale = std::min({1.0, place.width() / picture.bounds.width, place.height() / picture.bounds.height});
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(scale, scale);
    painter.translate(-picture.bounds.x, -picture.bounds.y);
    render::PicturePainter(painter, theme).draw(picture);
    painter.restore();
}

const model::Flow* firstFlow(const model::Model& plan) {
    const model::Flow* first = nullptr;
    plan.forEach(plan.plan().flows, [&first](const model::Flow& flow) {
        if (first == nullptr) first = &flow;
    });
    return first;
}

} // namespace

PlanCard::PlanCard(model::Model plan, const render::Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_plan(std::move(plan)), m_theme(&theme) {
    const QString name = adapters::toQt(m_plan.plan().name);
    setText(name);
    setAccessibleName(name);
    setMinimumSize(360, cardHeight);
    setMaximumHeight(cardHeight);
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

// The roadmap strip and the caption; the flow is drawn above them.
view::Picture PlanCard::contents(double width, double height) const {
    const render::QtTextMeasure measure;
    view::PictureBuilder builder(measure);
    const double columnWidth = (width - 4 * margin) / 3;
    const std::array<std::pair<model::Horizon, const char*>, 3> columns = {
        {{model::Horizon::now, "Now"}, {model::Horizon::next, "Next"}, {model::Horizon::later, "Later"}}};
    double x = margin;
    for (const auto& [horizon, title] : columns) {
        builder.text("", {x, stripTop + 12}, title, {.size = 11, .weight = 600}, {Role::muted});
        double y = stripTop + 20;
        m_plan.forEach(m_plan.plan().roadmap, [&, horizon = horizon](const model::RoadmapItem& item) {
            if (item.horizon != horizon || y + 40 > height - captionHeight - 4) return;
            builder.box("", {x, y, columnWidth, 40}, {Role::paper}, {{Role::line}, 1}, 6);
            builder.paragraph("", {x + 8, y + 4}, item.title, {.size = 11}, {Role::ink}, columnWidth - 16, 2, 16);
            y += 44;
        });
        x += columnWidth + margin;
    }
    const double captionTop = height - captionHeight;
    builder.line("", {{0, captionTop}, {width, captionTop}}, {{Role::line}, 1});
    const double nameWidth = builder.text("", {margin, captionTop + 27}, m_plan.plan().name,
                                          {.size = 13, .weight = 600}, {Role::ink}, width * 0.6);
    builder.text("", {margin + nameWidth + 8, captionTop + 27}, m_plan.plan().organisation, {.size = 11}, {Role::muted},
                 width - nameWidth - 3 * margin);
    const auto count = [this](model::Kind kind) { return std::to_string(m_plan.table(kind).size()); };
    builder.text("", {margin, captionTop + 49},
                 count(model::Kind::outcome) + " outcomes   " + count(model::Kind::spineItem) + " spine items   " +
                     count(model::Kind::team) + " teams   " + count(model::Kind::roadmapItem) + " roadmap items",
                 {.size = 11}, {Role::muted}, width - 2 * margin);
    return builder.finish({0, 0, width, height});
}

void PlanCard::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    m_picture = contents(width(), height());
}

void PlanCard::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = underMouse() || hasFocus();
    const QColor border = hasFocus()     ? m_theme->color(Role::accent)
                          : underMouse() ? m_theme->color({Role::ink, 45})
                                         : m_theme->color(Role::line);
    painter.setPen(QPen(border, hasFocus() ? 2 : 1));
    painter.setBrush(m_theme->color(Role::paper));
    const double inset = isMarked && hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    if (const model::Flow* const flow = firstFlow(m_plan)) {
        const render::QtTextMeasure measure;
        const model::ModelIndex index(m_plan);
        view::FlowPictureOptions options;
        options.detail = view::FlowDetail::thumbnail;
        drawFitted(painter, *m_theme, view::flowPicture(m_plan, index, flow->current, options, measure),
                   QRectF(margin, pictureTop, width() - 2 * margin, pictureHeight));
    }
    render::PicturePainter(painter, *m_theme).draw(m_picture);
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
