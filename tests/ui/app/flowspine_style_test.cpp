#include "app/flowspine_style.h"

#include "adapters/surface.h"
#include "render/look.h"
#include "render/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

#include <catch2/catch.hpp>

using namespace flowspine;
using render::Look;
using render::Theme;
using render::ThemeKind;
using view::Role;

namespace {

// Puts the colours back that the other tests began with.
class Colours {
  public:
    Colours() : m_before(QApplication::palette()) {}
    ~Colours() { QApplication::setPalette(m_before); }
    Colours(const Colours&) = delete;
    Colours& operator=(const Colours&) = delete;

    void take(ThemeKind kind) { QApplication::setPalette(Theme(kind).palette()); }

  private:
    QPalette m_before;
};

QImage drawn(QWidget& widget) {
    widget.adjustSize();
    return widget.grab().toImage();
}

// In the middle of the left edge.
QColor edgeOf(const QImage& image) {
    return image.pixelColor(0, image.height() / 2);
}

} // namespace

TEST_CASE("fields and buttons of one row are equally high") {
    QLineEdit line;
    QComboBox box;
    QPushButton button(QStringLiteral("Open"));
    CHECK(line.sizeHint().height() == 28);
    CHECK(box.sizeHint().height() == 28);
    CHECK(button.sizeHint().height() == 28);
    for (const Look look : {Look::framed, Look::menu, Look::symbol}) {
        QToolButton tool;
        tool.setText(QStringLiteral("Add"));
        render::setLook(tool, look);
        CHECK(tool.sizeHint().height() == 28);
    }
}

TEST_CASE("each look of a button takes the room that it needs") {
    const auto sizeOf = [](Look look) {
        QPushButton button(QStringLiteral("Open"));
        render::setLook(button, look);
        return button.sizeHint();
    };
    CHECK(sizeOf(Look::flatSmall).height() == 24);
    CHECK(sizeOf(Look::flat).width() < sizeOf(Look::standard).width());
    const QFontMetrics metrics(QApplication::font("QPushButton"));
    CHECK(sizeOf(Look::link).width() == metrics.size(Qt::TextShowMnemonic, QStringLiteral("Open")).width());
    CHECK(sizeOf(Look::link).height() < 24);
}

TEST_CASE("a field's edge says whether it is typed in and whether its words can be taken") {
    Colours colours;
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        colours.take(kind);
        const Theme theme(kind);
        QWidget window;
        QHBoxLayout row(&window);
        QLineEdit line;
        QLineEdit other;
        row.addWidget(&other);
        row.addWidget(&line);
        window.show();
        QApplication::setActiveWindow(&window);
        other.setFocus();
        CHECK(edgeOf(drawn(line)) == theme.color(Role::line));
        line.setFocus();
        CHECK(edgeOf(drawn(line)) == theme.color(Role::accent));
        render::setWrong(line, true);
        CHECK(edgeOf(drawn(line)) == theme.color(Role::bad));
    }
}

TEST_CASE("a flat button and a title show no frame until there is reason to") {
    Colours colours;
    colours.take(ThemeKind::light);
    const QColor ground = Theme(ThemeKind::light).color(Role::ground);
    QPushButton button(QStringLiteral("Open"));
    render::setLook(button, Look::flat);
    CHECK(edgeOf(drawn(button)) == ground);
    QLineEdit title;
    render::setLook(title, Look::title);
    CHECK(edgeOf(drawn(title)) == ground);
    CHECK(title.sizeHint().height() == 24);
}

TEST_CASE("what is checked stands on a wash of the accent") {
    Colours colours;
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        colours.take(kind);
        QToolButton tab;
        tab.setText(QStringLiteral("History"));
        tab.setCheckable(true);
        tab.setChecked(true);
        render::setLook(tab, Look::tab);
        CHECK(edgeOf(drawn(tab)) == Theme(kind).color({Role::accent, 10}));
    }
}

TEST_CASE("a surface draws its hairlines in the colours of the moment") {
    Colours colours;
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        colours.take(kind);
        const Theme theme(kind);
        adapters::Surface surface(QPalette::Base, Qt::LeftEdge | Qt::BottomEdge, nullptr);
        surface.resize(20, 20);
        const QImage image = surface.grab().toImage();
        CHECK(image.pixelColor(0, 10) == theme.color(Role::line));
        CHECK(image.pixelColor(10, 19) == theme.color(Role::line));
        CHECK(image.pixelColor(10, 0) == theme.color(Role::paper));
        CHECK(image.pixelColor(19, 10) == theme.color(Role::paper));
    }
}

TEST_CASE("a text area keeps its words off its frame, and a panel has a hairline") {
    QPlainTextEdit area;
    area.setFrameShape(QFrame::StyledPanel);
    CHECK(area.contentsMargins() == QMargins(4, 3, 4, 3));
    QFrame panel;
    panel.setFrameShape(QFrame::StyledPanel);
    CHECK(panel.contentsMargins() == QMargins(1, 1, 1, 1));
}

TEST_CASE("the handle of a scroll bar spans what is seen and stays long enough to hold") {
    QScrollBar bar(Qt::Vertical);
    bar.resize(10, 200);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.maximum = 300;
    option.pageStep = 100;
    const auto handle = [&] {
        return QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    };
    CHECK(handle() == QRect(0, 0, 10, 50));
    option.sliderPosition = 300;
    CHECK(handle().bottom() == 199);
    option.maximum = 1'000'000'000;
    option.sliderPosition = 0;
    CHECK(handle().height() == 32);
    option.maximum = 0;
    CHECK(handle().height() == 200);
}

TEST_CASE("a combo box opens a list whose rows are drawn like any others") {
    QComboBox box;
    box.addItems({QStringLiteral("One"), QStringLiteral("Two")});
    box.show();
    box.showPopup();
    CHECK_FALSE(box.view()->itemDelegate()->inherits("QComboBoxDelegate"));
    CHECK(box.view()->window()->height() < 100);
    box.hidePopup();
}
