#include "session/snapshot_command.h"

#include "session/document_session.h"

#include <utility>

namespace flowspine::session {

namespace {

constexpr int mergeableId = 1;
constexpr int neverMerged = -1;

// A plan's names may be very long; menus and lists that show the step need not be.
QString shortened(const QString& text) {
    constexpr qsizetype longest = 120;
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(u'…');
}

} // namespace

SnapshotCommand::SnapshotCommand(DocumentSession& session, Moment before, Moment after, const QString& text,
                                 QString mergeKey)
    : QUndoCommand(shortened(text)), m_session(session), m_before(std::move(before)), m_after(std::move(after)),
      m_mergeKey(std::move(mergeKey)) {}

void SnapshotCommand::undo() {
    m_isShown = false;
    m_session.restore(m_before.model, m_before.selection);
}

void SnapshotCommand::redo() {
    // QUndoStack::push() calls redo() for a step that was made and shown before it was pushed.
    if (std::exchange(m_isShown, true)) return;
    m_session.restore(m_after.model, m_after.selection);
}

int SnapshotCommand::id() const {
    return m_mergeKey.isEmpty() ? neverMerged : mergeableId;
}

bool SnapshotCommand::mergeWith(const QUndoCommand* later) {
    const auto* const other = dynamic_cast<const SnapshotCommand*>(later);
    if (other == nullptr || other->m_mergeKey != m_mergeKey) return false;
    m_after = other->m_after;
    setText(other->text());
    if (m_after.model == m_before.model) setObsolete(true);
    return true;
}

void SnapshotCommand::noteSelection(const Selection& selection) {
    const base::AnyId first = selection.primary();
    if (first && m_after.model.contains(first) && !m_before.model.contains(first)) m_after.selection = selection;
}

} // namespace flowspine::session
