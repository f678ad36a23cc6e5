#include "session/document_session.h"

#include "session/gesture.h"
#include "session/snapshot_command.h"

#include <utility>

namespace flowspine::session {

DocumentSession::DocumentSession(std::unique_ptr<base::IdGenerator> ids, std::unique_ptr<base::Clock> clock,
                                 QObject* parent)
    : QObject(parent), m_ids(std::move(ids)), m_clock(std::move(clock)), m_spotlight(new Spotlight(*this, this)) {
    m_committed = model::makeEmptyModel(m_ids->next(model::idPrefix(model::Kind::plan)), {});
    m_live = m_committed;
    m_saved = m_committed;
    m_index = std::make_unique<model::ModelIndex>(m_live);
}

DocumentSession::~DocumentSession() {
    if (m_gesture != nullptr) m_gesture->m_session = nullptr;
}

void DocumentSession::open(model::Model model) {
    abandonGesture();
    m_undoStack.clear();
    const model::Model before = std::exchange(m_live, model);
    m_committed = model;
    m_saved = std::move(model);
    m_index = std::make_unique<model::ModelIndex>(m_live);
    m_selection = {};
    m_spotlight->clear();
    emit reset();
    const model::Model after = m_live;
    emit changed(before, after, diff::diff(before, after));
    emit selectionChanged();
    announceModified();
}

model::Model DocumentSession::beginSave() {
    settleGesture();
    m_undoStack.setClean();
    return m_committed;
}

void DocumentSession::markSaved() {
    m_undoStack.setClean();
    markSaved(m_committed);
}

void DocumentSession::markSaved(const model::Model& written) {
    m_saved = written;
    announceModified();
}

void DocumentSession::replaceBySaved(model::Model model, const QString& text) {
    settleGesture();
    m_saved = model;
    push(std::move(model), text, {});
    m_undoStack.setClean();
    announceModified();
}

bool DocumentSession::isModified() const {
    return !(m_committed == m_saved);
}

void DocumentSession::setReadOnly(bool readOnly) {
    abandonGesture();
    m_readOnly = readOnly;
}

base::Error DocumentSession::refuseReadOnly() {
    base::Error error = base::failure(
        "read-only", tr("This plan can only be read: a newer version of Flowspine wrote it.").toStdString());
    emit editRefused(QString::fromStdString(error.message));
    return error;
}

base::Result<> DocumentSession::commit(const QString& text, const Edit& edit, const QString& mergeKey) {
    settleGesture();
    if (m_readOnly) return refuseReadOnly();
    base::Result<model::Model> next = edit(m_committed);
    if (!next) {
        emit editRefused(QString::fromStdString(next.error().message));
        return next.error();
    }
    push(std::move(next).value(), text, mergeKey);
    return base::Nothing{};
}

std::unique_ptr<Gesture> DocumentSession::beginGesture(const QString& text, WhenSettled whenSettled) {
    settleGesture();
    std::unique_ptr<Gesture> gesture(new Gesture(*this, text));
    gesture->m_isDroppedWhenSettled = whenSettled == WhenSettled::cancels;
    m_gesture = gesture.get();
    return gesture;
}

void DocumentSession::settleGesture() {
    if (m_gesture == nullptr) return;
    if (m_gesture->m_isDroppedWhenSettled)
        m_gesture->cancel();
    else
        m_gesture->commit();
}

void DocumentSession::abandonGesture() {
    if (m_gesture != nullptr) m_gesture->cancel();
}

void DocumentSession::undo() {
    settleGesture();
    m_undoStack.undo();
}

void DocumentSession::redo() {
    settleGesture();
    m_undoStack.redo();
}

void DocumentSession::select(Selection selection) {
    if (selection == m_selection) return;
    m_selection = std::move(selection);
    const int step = m_undoStack.index() - 1;
    if (step >= 0 && m_undoStack.command(step) == m_lastStep) m_lastStep->noteSelection(m_selection);
    m_spotlight->follow();
    emit selectionChanged();
}

diff::ModelDiff DocumentSession::show(model::Model model) {
    if (model.isSameAs(m_live)) return {};
    const model::Model before = std::exchange(m_live, std::move(model));
    const model::Model after = m_live;
    m_index = std::make_unique<model::ModelIndex>(after, m_index.get());
    // Whoever hears changed() finds nothing selected that is gone.
    const bool selectionShrank = dropFromSelectionWhatIsGone();
    m_spotlight->follow();
    diff::ModelDiff difference = diff::diff(before, after);
    emit changed(before, after, difference);
    if (selectionShrank) emit selectionChanged();
    return difference;
}

void DocumentSession::restore(const model::Model& model, const Selection& selection) {
    abandonGesture();
    m_committed = model;
    const diff::ModelDiff difference = show(model);
    select(selection);
    announceModified();
    emit stepApplied(difference);
}

void DocumentSession::push(model::Model after, const QString& text, const QString& mergeKey) {
    const Selection selectionBefore = m_selection;
    if (after == m_committed) {
        show(m_committed);
        return;
    }
    const model::Model before = std::exchange(m_committed, after);
    show(std::move(after));
    auto command = std::make_unique<SnapshotCommand>(*this, SnapshotCommand::Moment{before, selectionBefore},
                                                     SnapshotCommand::Moment{m_committed, m_selection}, text, mergeKey);
    m_lastStep = command.get();
    m_undoStack.push(command.release());
    announceModified();
}

bool DocumentSession::dropFromSelectionWhatIsGone() {
    std::vector<base::AnyId> left;
    for (const base::AnyId& id : m_selection.ids())
        if (m_live.contains(id)) left.push_back(id);
    if (left.size() == m_selection.ids().size()) return false;
    m_selection = Selection(left);
    return true;
}

void DocumentSession::announceModified() {
    const bool isModifiedNow = isModified();
    if (std::exchange(m_wasModified, isModifiedNow) != isModifiedNow) emit modifiedChanged(isModifiedNow);
}

} // namespace flowspine::session
