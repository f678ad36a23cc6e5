#include "editors/flows/empty_flow.h"

#include "adapters/plain_text.h"
#include "view/picture_builder.h"

#include <QCoreApplication>

namespace flowspine::editors {

using view::Paint;
using view::Picture;
using view::PictureBuilder;
using view::Rect;
using view::Role;

namespace {

std::string tr(const char* words) {
    return adapters::fromQt(QCoreApplication::translate("FlowsEditor", words));
}

constexpr double fieldHeight = 40;

void drawField(PictureBuilder& to, const Rect& rect, const std::string& words, const std::string& role) {
    to.box(role, rect, Paint{Role::paper}, {{Role::line}, 1, view::Dash::dashed}, 6).altText = words;
    to.symbol(role + ".icon", {rect.x + 12, rect.center().y - 8, 16, 16}, "add", Paint{Role::muted});
    to.text(role + ".words", {rect.x + 40, rect.center().y + 5}, words, {13, 400}, Paint{Role::muted}, rect.width - 48);
    to.area(rect, {}, role);
}

} // namespace

Picture emptyFlowPicture(double width, double height, const view::TextMeasure& measure) {
    PictureBuilder to(measure);
    const double left = 24;
    const double room = std::min(width - 2 * left, 640.0);
    to.text("question", {left, 48}, tr("How does work reach the people we serve?"), {22, 600}, Paint{Role::ink}, room);
    to.paragraph("help", {left, 64},
                 tr("Name one flow from what sets it off to what people get, for example “Permit: apply to inspected”. "
                    "Then type its steps; a lane is the team that does them."),
                 {13, 400}, Paint{Role::muted}, room, 3, 20);
    drawField(to, {left, 140, room, fieldHeight}, tr("Type a flow and press Enter"), "add-flow");
    return to.finish({0, 0, width, std::max(height, 200.0)});
}

Picture waitingFlowPicture(std::size_t steps, const view::TextMeasure& measure) {
    PictureBuilder to(measure);
    const QString words = QCoreApplication::translate("FlowsEditor", "Laying out %1 steps …").arg(steps);
    to.text("waiting", {24, 48}, adapters::fromQt(words), {13, 400}, Paint{Role::muted});
    return to.finish({0, 0, 480, 80});
}

void addFirstStepPlace(Picture& picture, const view::TextMeasure& measure) {
    PictureBuilder to(measure);
    const double top = picture.bounds.bottom() + 16;
    const double left = picture.bounds.x + 24;
    to.text("first.help", {left, top + 16},
            tr("What is the first thing somebody does? Type it; Enter makes the next step."), {13, 400},
            Paint{Role::muted});
    drawField(to, {left, top + 28, 480, fieldHeight}, tr("First step"), "first-step");
    Picture hint = to.finish({});
    picture.shapes.insert(picture.shapes.end(), hint.shapes.begin(), hint.shapes.end());
    picture.areas.insert(picture.areas.end(), hint.areas.begin(), hint.areas.end());
    picture.bounds = view::united(picture.bounds, {left, top, 480, 28 + fieldHeight + 24});
}

} // namespace flowspine::editors
