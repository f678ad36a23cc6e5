// What editors of pictures have in common: a picture of the live plan in a view, a text field over it for names and new
// lines, the shared selection, walking by arrows, and removing. What a picture means is the derived editor's.
#pragma once

#include "adapters/area_walk.h"
#include "adapters/editor.h"
#include "adapters/inline_text.h"
#include "adapters/name_gesture.h"
#include "adapters/picture_view.h"
#include "adapters/removal_question.h"
#include "session/document_session.h"
#include "session/gesture.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <variant>

class QMenu;

namespace flowspine::adapters {

// The area over which lines are typed, by what names it from one picture to the next.
struct TypingPlace {
    std::string role;
    model::AnyId id;
    std::string key;
    friend bool operator==(const TypingPlace&, const TypingPlace&) = default;
};

class PictureEditor : public Editor, protected PictureInput {
    Q_OBJECT

  public:
    // Both outlive the editor.
    PictureEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);
    ~PictureEditor() override;

    bool reveal(const model::AnyId& id) override;
    void setTheme(const render::Theme& theme) override;
    bool renameSelected() override;
    [[nodiscard]] int zoomPercent() const override;
    void setZoomPercent(int percent) override;
    void zoomToFit() override;
    [[nodiscard]] std::optional<view::Picture> pictureToCopy() const override;

    [[nodiscard]] PictureView& pictureView() { return *m_view; }
    [[nodiscard]] InlineText& inlineText() { return *m_text; }
    [[nodiscard]] const InlineText& inlineText() const { return *m_text; }
    // Asks before a removal that others would notice; a dialog unless it is replaced.
    void setRemovalAnswer(RemovalAnswer answer) { m_answer = std::move(answer); }

    // Opens the text field where the entity's name stands; false when it is not shown or has no name of its own.
    bool rename(const model::AnyId& id);
    // Shows `added` (made from the committed plan) and opens the text field for its name: one undo step with what is
    // typed, nothing at all when it is left without a name. `afterwards` is called with its id after Enter.
    void nameNew(const QString& undoText, edit::Added added, std::function<void(const model::AnyId&)> afterwards = {});
    // Shows `changed` and asks for `field` of it in place; Esc takes the change back. One undo step.
    void askInPlace(const QString& undoText, edit::Added changed, const std::string& field, const QString& question);
    // Opens the text field over an area that takes lines; false when the picture has none such.
    bool startTyping(const TypingPlace& place, const QString& text = {});

  protected:
    // ---- What the derived editor says ----
    // Of the live plan, for a view of this size in the picture's measure.
    [[nodiscard]] virtual view::Picture project(QSizeF viewport) = 0;
    [[nodiscard]] virtual model::KindSet shownKinds() const = 0;
    // Makes the picture of `before` that of the live plan where it stands, when few shapes changed and none came or
    // went; gives their places. Nothing: it is projected anew.
    [[nodiscard]] virtual std::optional<std::vector<std::size_t>>
    follow(view::Picture& /*picture*/, const model::Model& /*before*/, const diff::ModelDiff& /*difference*/) {
        return std::nullopt;
    }
    // Whether the picture itself shows the selection, and is made anew when it changes.
    [[nodiscard]] virtual bool showsSelection() const { return true; }
    // Whether the layout depends on the size of the view: then it is made anew when that or the zoom changes.
    [[nodiscard]] virtual bool isLaidOutByViewport() const { return true; }
    // Marks above the picture; the tool's, or rings round what is selected.
    [[nodiscard]] virtual std::vector<view::Shape> overlay() const { return {}; }
    // Roles that stand for an entity people select and walk to.
    [[nodiscard]] virtual Roles selectableRoles() const = 0;
    // Those that arrows walk to.
    [[nodiscard]] virtual Roles walkableRoles() const { return selectableRoles(); }
    // Adds what was typed as one undo step; gives the last thing added, or empty.
    virtual model::AnyId addLines(const TypingPlace& place, const QStringList& lines) = 0;
    // Adds what was pasted there as cells, separated by tabs, as one undo step; false when its lines will do.
    virtual bool pasteBlock(const TypingPlace& /*place*/, const QString& /*text*/) { return false; }
    [[nodiscard]] virtual QString placeholder(const TypingPlace& place) const = 0;
    // Ctrl+Enter and Tab after a line; by default both are like Enter.
    virtual void addAside(const TypingPlace& place, const QString& line);
    virtual void afterTab(const TypingPlace& place, const model::AnyId& added);
    // Ctrl+Enter on a name; false when it is like Enter here.
    virtual bool afterNamedAside(const model::AnyId& /*named*/) { return false; }
    // Ctrl+Shift+Enter on a name or a line: where does it belong?
    virtual void askPlaceOf(const model::AnyId& /*named*/) {}
    // Up or Down while typing at a place; false when what was typed is taken and the selection walks on.
    virtual bool stepTyped(const TypingPlace& /*place*/, Direction /*direction*/) { return false; }
    // After Enter on a typed line; by default typing goes on at the same place.
    virtual void afterEnter(const TypingPlace& place, const model::AnyId& added);
    // Where the name of an entity is edited; empty when it is not shown.
    [[nodiscard]] virtual view::Rect namePlace(const model::AnyId& id) const;
    // Where a question about an entity is answered: the foot of it.
    [[nodiscard]] virtual view::Rect questionPlace(const model::AnyId& id) const;
    // Whether lines can be pasted there: by default where they can be typed.
    [[nodiscard]] virtual bool acceptsPaste(const TypingPlace& place) const { return typingRect(place).has_value(); }
    // The area over which a line is typed.
    [[nodiscard]] virtual std::optional<view::Rect> typingRect(const TypingPlace& place) const;
    // What remains of the selection that Del removes here.
    [[nodiscard]] virtual bool isRemovable(const model::AnyId& id) const;
    // Stops a drag under way; false when there is none.
    virtual bool cancelTool() { return false; }

    // ---- What it works with ----
    [[nodiscard]] session::DocumentSession& session() { return m_session; }
    [[nodiscard]] const session::DocumentSession& session() const { return m_session; }
    [[nodiscard]] const model::Model& live() const { return m_session.live(); }
    [[nodiscard]] const render::Theme& theme() const { return *m_theme; }
    [[nodiscard]] const view::Picture& picture() const { return m_view->picture(); }
    [[nodiscard]] PictureView& canvas() { return *m_view; }
    [[nodiscard]] const PictureView& canvas() const { return *m_view; }
    [[nodiscard]] const view::TextMeasure& measure() const { return m_measure; }
    // The lines of the clipboard, as if typed at `place`; false when it holds none.
    bool pasteInto(const TypingPlace& place);
    // A bare printable character: people just began to type.
    [[nodiscard]] static bool isTypedText(const QKeyEvent& event);
    [[nodiscard]] bool isTyping() const { return !std::holds_alternative<NotTyping>(m_typing); }
    // Where a line is being typed; nullptr while a name is, or nothing.
    [[nodiscard]] const TypingPlace* typingPlace() const {
        const auto* adding = std::get_if<Adding>(&m_typing);
        return adding ? &adding->place : nullptr;
    }
    void stopTyping();

    // One undo step; false when it was refused, which the session tells the window.
    bool commit(const QString& text, const session::Edit& edit);
    // Projects and shows anew, now or when the editor becomes visible.
    void refresh();
    void refreshOverlay();
    // Selects the neighbour of what is selected; the first entity when nothing is.
    bool walk(Direction direction, bool extends = false);
    bool removeSelected();
    // False when people kept them, or nothing was to remove.
    bool removeWithQuestion(const std::vector<model::AnyId>& ids);
    [[nodiscard]] std::vector<model::AnyId> selectedShown() const;
    // Click and Ctrl+click. An id that is selected already keeps its company until the release.
    void selectByPress(const model::AnyId& id, bool isToggle);
    // F2, Del, Esc, arrows: false for other keys.
    bool commonKey(const QKeyEvent& event);
    void addCommonActions(QMenu& menu);
    // A menu that lives until it is closed. Shown by popUp(), which does not wait.
    [[nodiscard]] QMenu* newMenu();

    void showEvent(QShowEvent* event) override;

    // Of PictureInput.
    void doubleClick(const PointerAt& at) override;
    void resized(QSize viewport) override;

  private:
    struct NotTyping {};
    struct Naming {
        std::shared_ptr<NameGesture> gesture; // outlives a call to it that closes the field
        std::function<void(const model::AnyId&)> afterwards;
        bool isQuestion = false;
    };
    struct Adding {
        TypingPlace place;
    };

    void planChanged(const model::Model& before, const diff::ModelDiff& difference);
    void selectionChanged();
    void textEdited(const QString& text);
    // Commits what stands in the field; gives what an added line became.
    model::AnyId takeText(const QString& text);
    void lineEntered(const QString& text);
    void lineEnteredAside(const QString& text);
    void lineEnteredToPlace(const QString& text);
    // Ends the naming under way; gives what was named, if it is still there.
    model::AnyId takeName();
    void lineTabbed(const QString& text);
    void linesPasted(const QStringList& lines);
    void pasteAt(const TypingPlace& place, const QStringList& lines);
    void placeText();
    void flash(const view::Rect& rect);

    session::DocumentSession& m_session;
    const render::Theme* m_theme;
    render::QtTextMeasure m_measure;
    PictureView* m_view;
    InlineText* m_text;
    std::variant<NotTyping, Naming, Adding> m_typing;
    RemovalAnswer m_answer;
    std::optional<view::Rect> m_flash;
    bool m_isStale = true;
    bool m_isRefreshing = false;
};

} // namespace flowspine::adapters
