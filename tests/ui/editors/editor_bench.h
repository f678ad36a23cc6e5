// A session with an editor on a (headless) screen, and people's hands: pointer and keys go through Qt's events.
#pragma once

#include "adapters/picture_editor.h"
#include "base/clock.h"
#include "base/id_generator.h"
#include "model/model.h"
#include "model/validate.h"
#include "render/theme.h"
#include "session/document_session.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTest>

#include <catch2/catch.hpp>

#include <memory>

namespace flowspine::test {

// Text that would do harm if any widget read it as markup or as a path.
inline const std::string hostileName = "<img src='/dev/null'><b>&amp;</b>\xE2\x80\xAE%n %1 &File";

template <class EditorType>
class EditorBench {
  public:
    explicit EditorBench(const model::Model& model = model::makeEmptyModel(base::AnyId("plan-1"), "Plan"),
                         QSize size = {1400, 900})
        : theme(render::ThemeKind::light), session(std::make_unique<base::CountingIdGenerator>(1000000),
                                                   std::make_unique<base::FixedClock>(*base::makeDate(2026, 11, 23))) {
        session.open(model);
        editor = std::make_unique<EditorType>(session, theme);
        editor->setRemovalAnswer([this](const adapters::RemovalQuestion& question) {
            asked = question;
            return answer;
        });
        editor->resize(size);
        editor->show();
        QApplication::setActiveWindow(editor.get());
        editor->pictureView().setFocus();
        QApplication::processEvents();
    }

    // ---- Looking ----
    [[nodiscard]] const model::Model& live() const { return session.live(); }
    [[nodiscard]] const view::Picture& picture() const { return editor->pictureView().picture(); }
    [[nodiscard]] adapters::InlineText& text() { return editor->inlineText(); }
    [[nodiscard]] int undoCount() { return session.undoStack().index(); }

    [[nodiscard]] view::Rect area(std::string_view role, const base::AnyId& id = {}, std::string_view key = {}) const {
        for (const view::HitArea& each : picture().areas)
            if (each.role == role && (id.isEmpty() || each.id == id) && (key.empty() || each.key == key))
                return each.rect;
        FAIL("no area " << role << " " << id.text() << " " << key);
        return {};
    }
    [[nodiscard]] bool hasArea(std::string_view role, const base::AnyId& id) const {
        return adapters::firstAreaOf(picture(), id, {role}) != nullptr;
    }

    // ---- Hands ----
    [[nodiscard]] QPoint onScreen(view::Point point) {
        return editor->pictureView().mapFromScene(adapters::toQt(point));
    }
    void moveTo(view::Point point, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* port = editor->pictureView().viewport();
        const QPointF at = onScreen(point);
        QMouseEvent event(QEvent::MouseMove, at, port->mapToGlobal(at), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(port, &event);
    }
    void press(view::Point point, Qt::KeyboardModifiers modifiers = {}) {
        editor->pictureView().reveal({point.x - 1, point.y - 1, 2, 2});
        QTest::mousePress(editor->pictureView().viewport(), Qt::LeftButton, modifiers, onScreen(point));
    }
    void release(view::Point point, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseRelease(editor->pictureView().viewport(), Qt::LeftButton, modifiers, onScreen(point));
    }
    void click(view::Point point, Qt::KeyboardModifiers modifiers = {}) {
        press(point, modifiers);
        release(point, modifiers);
    }
    void doubleClick(view::Point point) {
        click(point);
        QTest::mouseDClick(editor->pictureView().viewport(), Qt::LeftButton, {}, onScreen(point));
    }
    // 100 moves between pressing and releasing; without `ends` the button stays down.
    void drag(view::Point from, view::Point to, bool ends = true, Qt::KeyboardModifiers modifiers = {}) {
        press(from, modifiers);
        for (int i = 1; i <= 100; ++i)
            moveTo({from.x + (to.x - from.x) * i / 100, from.y + (to.y - from.y) * i / 100}, Qt::LeftButton, modifiers);
        if (ends) release(to, modifiers);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, key, modifiers);
        QApplication::processEvents();
    }
    void type(const QString& words) {
        const bool isAscii = std::all_of(words.begin(), words.end(), [](QChar c) { return c.unicode() < 128; });
        // QTest knows no keys for other characters.
        if (!isAscii) return paste({words});
        for (const QChar c : words) {
            // The first key may open the field that takes the others.
            QWidget* focus = QApplication::focusWidget();
            REQUIRE(focus);
            QTest::keyClick(focus, c.toLatin1());
        }
    }
    void typeLine(const QString& words) {
        type(words);
        key(Qt::Key_Return);
    }
    void paste(const QStringList& lines) {
        QApplication::clipboard()->setText(lines.join(u'\n'));
        key(Qt::Key_V, Qt::ControlModifier);
    }
    // Chooses an entry of the menu that is open, also in its submenus.
    void choose(const QString& words) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu);
        for (QAction* action : menu->findChildren<QAction*>()) {
            if (action->text() == words) {
                action->trigger();
                menu->close();
                QApplication::processEvents();
                return;
            }
        }
        FAIL("no entry " << words.toStdString());
    }
    void undo() { session.undo(); }

    void checkPlan() { CHECK(model::validate(session.live()).empty()); }

    render::Theme theme;
    session::DocumentSession session;
    std::unique_ptr<EditorType> editor;
    std::optional<adapters::RemovalQuestion> asked;
    bool answer = true;
};

[[nodiscard]] inline QStringList twentyLines() {
    QStringList lines;
    for (int i = 1; i <= 20; ++i) lines += QStringLiteral("Line %1").arg(i);
    return lines;
}

} // namespace flowspine::test
