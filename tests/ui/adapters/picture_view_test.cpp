#include "adapters/picture_view.h"

#include "adapters/inline_text.h"
#include "adapters/plain_text.h"
#include "render/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <catch2/catch.hpp>

using namespace flowspine;
using adapters::InlineText;
using adapters::PictureView;
using adapters::PointerAt;

namespace {

struct Recorder final : adapters::PictureInput {
    adapters::PictureView* fitted = nullptr;
    void zoomToFit() override {
        if (fitted) fitted->fit();
    }
    void press(const PointerAt& at) override { presses.push_back(at.point); }
    void move(const PointerAt& at, bool isDown) override { (isDown ? drags : hovers).push_back(at.point); }
    void release(const PointerAt& at) override { releases.push_back(at.point); }
    void doubleClick(const PointerAt& at) override { doubleClicks.push_back(at.point); }
    bool key(const QKeyEvent& event) override {
        keys.push_back(event.key());
        return true;
    }
    void contextMenu(const PointerAt&, QPoint) override { ++menus; }
    std::vector<view::Point> presses, drags, hovers, releases, doubleClicks;
    std::vector<int> keys;
    int menus = 0;
};

view::Picture twoCards() {
    view::Picture picture;
    picture.bounds = {0, 0, 3000, 2000};
    const auto add = [&](const char* id, view::Rect rect, const char* alternative, const char* tip) {
        view::Shape card;
        card.id = base::AnyId(id);
        card.part = "card";
        card.form = view::Box{rect, view::Outline::rectangle, 6, {view::Role::paper}, {{view::Role::line}, 1}};
        card.altText = alternative;
        card.tip = tip;
        picture.shapes.push_back(card);
        view::Shape label;
        label.id = card.id;
        label.part = "title";
        label.form =
            view::Label{{rect.x + 8, rect.y + 20}, {alternative}, {}, 20, view::Align::left, {view::Role::ink}, 80};
        picture.shapes.push_back(label);
        picture.areas.push_back({rect, card.id, "card", ""});
    };
    add("step-1", {100, 100, 200, 80}, "Step <b>one</b>", "<img src='/dev/null'>");
    add("step-2", {600, 100, 200, 80}, "Step two", "");
    return picture;
}

struct Window {
    Window() {
        input.fitted = &view;
        view.resize(800, 600);
        view.QWidget::show();
        QApplication::setActiveWindow(&view);
        view.setFocus();
        view.show(twoCards());
        QApplication::processEvents();
    }
    render::Theme theme{render::ThemeKind::light};
    Recorder input;
    PictureView view{theme, input, nullptr};
};

void wheel(PictureView& view, QPointF at, int delta) {
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
}

} // namespace

TEST_CASE("Ctrl and wheel zoom at the pointer, within limits") {
    Window window;
    const QPoint at(300, 200);
    const QPointF before = window.view.mapToScene(at);
    wheel(window.view, at, 240);
    CHECK(window.view.zoom() == Approx(1.44));
    const QPointF after = window.view.mapToScene(at);
    CHECK(std::abs(after.x() - before.x()) < 1.5);
    CHECK(std::abs(after.y() - before.y()) < 1.5);
    for (int i = 0; i < 40; ++i) wheel(window.view, at, -120);
    CHECK(window.view.zoom() == Approx(0.05));
    QTest::keyClick(&window.view, Qt::Key_0, Qt::ControlModifier);
    CHECK(window.view.zoom() == Approx(std::min(800.0 / 3000, 600.0 / 2000)).margin(0.01));
}

TEST_CASE("middle-drag and space-drag pan and reach no editor") {
    Window window;
    QWidget* port = window.view.viewport();
    QTest::mousePress(port, Qt::MiddleButton, {}, {400, 300});
    QMouseEvent move(QEvent::MouseMove, QPointF(300, 250), port->mapToGlobal(QPointF(300, 250)), Qt::NoButton,
                     Qt::MiddleButton, {});
    QApplication::sendEvent(port, &move);
    QTest::mouseRelease(port, Qt::MiddleButton, {}, {300, 250});
    CHECK(window.view.horizontalScrollBar()->value() == 100);
    CHECK(window.view.verticalScrollBar()->value() == 50);
    CHECK(window.input.presses.empty());

    QTest::keyPress(&window.view, Qt::Key_Space);
    QTest::mousePress(port, Qt::LeftButton, {}, {400, 300});
    QMouseEvent drag(QEvent::MouseMove, QPointF(350, 300), port->mapToGlobal(QPointF(350, 300)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(port, &drag);
    QTest::mouseRelease(port, Qt::LeftButton, {}, {350, 300});
    QTest::keyRelease(&window.view, Qt::Key_Space);
    CHECK(window.view.horizontalScrollBar()->value() == 150);
    CHECK(window.input.presses.empty());
    CHECK(window.input.keys.empty());

    QTest::keyClick(&window.view, Qt::Key_Space);
    CHECK(window.input.keys == std::vector<int>{Qt::Key_Space});
}

TEST_CASE("a press, a drag and a release reach the editor in the picture's measure") {
    Window window;
    window.view.setZoom(0.5);
    const QPoint at = window.view.mapFromScene(150.0, 120.0);
    QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, at);
    REQUIRE(window.input.presses.size() == 1);
    CHECK(window.input.presses[0].x == Approx(150).margin(2));
    CHECK(window.input.releases.size() == 1);
    REQUIRE(window.view.areaAt(window.input.presses[0]));
    CHECK(window.view.areaAt(window.input.presses[0])->id == base::AnyId("step-1"));
}

TEST_CASE("bare keys belong to the picture even where a menu has the same shortcut, control keys do not") {
    Window window;
    const auto isTaken = [&](int key, Qt::KeyboardModifiers modifiers, const QString& text) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers, text);
        event.ignore();
        QApplication::sendEvent(&window.view, &event);
        return event.isAccepted();
    };
    CHECK(isTaken(Qt::Key_T, {}, QStringLiteral("t")));
    CHECK(isTaken(Qt::Key_Delete, {}, {}));
    CHECK_FALSE(isTaken(Qt::Key_Z, Qt::ControlModifier, QStringLiteral("\x1a")));
    CHECK_FALSE(isTaken(Qt::Key_F5, {}, {}));
}

TEST_CASE("a tip from the plan is shown as text") {
    Window window;
    const QPoint at = window.view.mapFromScene(150.0, 170.0);
    QHelpEvent help(QEvent::ToolTip, at, window.view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(window.view.viewport(), &help);
    CHECK(QToolTip::text().contains(QStringLiteral("&lt;img")));
    CHECK_FALSE(QToolTip::text().contains(QStringLiteral("<img")));
    QToolTip::hideText();
}

TEST_CASE("a screen reader finds every entity of the picture by name and place") {
    Window window;
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&window.view);
    REQUIRE(list);
    REQUIRE(list->childCount() == 2);
    QAccessibleInterface* first = list->child(0);
    REQUIRE(first);
    CHECK(first->text(QAccessible::Name) == QStringLiteral("Step <b>one</b>"));
    CHECK(first->parent() == list);
    CHECK(list->indexOfChild(first) == 0);
    CHECK(first->rect().size() == QSize(200, 80));
    CHECK(list->child(0) == first);
    view::Picture one = twoCards();
    one.shapes.resize(2);
    window.view.show(one);
    CHECK(list->childCount() == 1);
    CHECK(list->child(1) == nullptr);
}

TEST_CASE("the text field stays over its place while the picture is zoomed and scrolled") {
    Window window;
    InlineText text(window.view);
    text.open({100, 100, 200, 40}, QStringLiteral("words"), {});
    CHECK(text.geometry() == QRect(100, 100, 200, 40));
    window.view.horizontalScrollBar()->setValue(60);
    CHECK(text.geometry().x() == 40);
    window.view.setZoom(2);
    CHECK(text.geometry().width() == 400);
}

TEST_CASE("the text field tells Enter, Tab, Esc, leaving and several pasted lines apart") {
    Window window;
    InlineText text(window.view);
    QSignalSpy entered(&text, &InlineText::entered);
    QSignalSpy tabbed(&text, &InlineText::tabbed);
    QSignalSpy cancelled(&text, &InlineText::cancelled);
    QSignalSpy left(&text, &InlineText::left);
    QSignalSpy pasted(&text, &InlineText::pasted);
    text.open({100, 100, 200, 40}, {}, {});
    REQUIRE(text.hasFocus());
    QTest::keyClicks(&text, QStringLiteral("  words "));
    QTest::keyClick(&text, Qt::Key_Return);
    QTest::keyClick(&text, Qt::Key_Tab);
    QTest::keyClick(&text, Qt::Key_Escape);
    CHECK(entered.size() == 1);
    CHECK(entered[0][0] == QStringLiteral("words"));
    CHECK(tabbed.size() == 1);
    CHECK(cancelled.size() == 1);
    CHECK(text.hasFocus());

    QApplication::clipboard()->setText(QStringLiteral("one\ntwo"));
    QTest::keyClick(&text, Qt::Key_V, Qt::ControlModifier);
    REQUIRE(pasted.size() == 1);
    CHECK(pasted[0][0].toStringList() == QStringList{QStringLiteral("one"), QStringLiteral("two")});
    CHECK(text.text() == QStringLiteral("  words "));
    QApplication::clipboard()->setText(QStringLiteral("single"));
    QTest::keyClick(&text, Qt::Key_V, Qt::ControlModifier);
    CHECK(text.text() == QStringLiteral("  words single"));

    CHECK(left.isEmpty());
    window.view.setFocus();
    CHECK(left.size() == 1);
    text.close();
    CHECK(left.size() == 1);
}
