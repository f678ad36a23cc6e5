// What a button or a field is for, where that changes how it looks. Who makes a widget says so here; the style of the
// application draws it.
#pragma once

#include <QObject>

namespace flowspine::render {

enum class Look {
    standard,     // as its kind of widget looks
    primary,      // the button that does what is asked, on the accent
    flat,         // a button without a frame until the mouse is over it
    flatSmall,    // and lower
    link,         // a push button that stands as words in a line of text
    framed,       // a tool button with a frame
    menu,         // and with room for the arrow of the menu that it opens
    symbol,       // a square tool button without a frame, for an icon
    tab,          // a tool button that unfolds a panel
    bare,         // a tool button that is no more than its icon and words
    heading,      // and the heading of what it folds
    quiet,        // a field on the ground instead of paper
    segmentFirst, // tool buttons of which one is on, side by side
    segment,
    segmentLast,
    cell,  // a field in a row of a table
    title, // a field that shows its frame under the mouse and while it is typed in
};

void setLook(QObject& widget, Look look);
// Standard for nullptr.
[[nodiscard]] Look lookOf(const QObject* widget);

// A field whose words cannot be taken; the caller repaints it.
void setWrong(QObject& field, bool isWrong);
[[nodiscard]] bool isWrong(const QObject* field);

} // namespace flowspine::render
