// A text field that opens over a picture, for naming things and typing lines where they will stand. It holds no plan:
// the editor decides what its signals mean. Undo and redo keys while it has the focus are the plan's.
#pragma once

#include "view/picture.h"

#include <QLineEdit>
#include <QPointer>

namespace flowspine::adapters {

class PictureView;

class InlineText final : public QLineEdit {
    Q_OBJECT

  public:
    explicit InlineText(PictureView& view);

    // Opens over `place` (in the picture's measure) with `text` selected, and takes the focus.
    void open(const view::Rect& place, const QString& text, const QString& placeholder);
    // Follows what it belongs to when the picture changed.
    void setPlace(const view::Rect& place);
    // Closes without a signal.
    void close();
    [[nodiscard]] bool isOpen() const { return isVisibleTo(parentWidget()); }

  signals:
    void entered(const QString& text);        // Enter
    void enteredAside(const QString& text);   // Ctrl+Enter
    void enteredToPlace(const QString& text); // Ctrl+Shift+Enter
    void tabbed(const QString& text);         // Tab
    void left(const QString& text);           // the focus went elsewhere
    void cancelled();                         // Esc
    void pasted(const QStringList& lines);    // more than one line, instead of inserting them
    void movedBeyond(int key);                // Up or Down, which a single line has no use for
    void undoAsked();
    void redoAsked();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void place();
    bool pasteLines();

    PictureView& m_view;
    view::Rect m_place;
    bool m_isClosing = false;
};

} // namespace flowspine::adapters
