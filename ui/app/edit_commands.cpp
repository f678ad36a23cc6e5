#include "app/edit_commands.h"

#include "adapters/plain_text.h"
#include "adapters/removal_question.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "render/icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace flowspine::app {

using adapters::toQt;
using model::AnyId;
using model::Kind;
using model::Model;

namespace {

// Entities on the clipboard while this program owns it; other programs get the names, one a line.
class ClippingMime final : public QMimeData {
    Q_OBJECT

  public:
    explicit ClippingMime(edit::Clipping clipping) : m_clipping(std::move(clipping)) {}
    [[nodiscard]] const edit::Clipping& clipping() const { return m_clipping; }

  private:
    edit::Clipping m_clipping;
};

const edit::Clipping* clippingOnClipboard() {
    const auto* const mime = qobject_cast<const ClippingMime*>(QGuiApplication::clipboard()->mimeData());
    return mime == nullptr || mime->clipping().roots.empty() ? nullptr : &mime->clipping();
}

QString counted(std::size_t count, const Model& model, const AnyId& first) {
    if (count == 1) return toQt(model::fullName(model, first));
    const Kind kind = model::kindOf(first).value_or(Kind::plan);
    return EditCommands::tr("%1 %2").arg(count).arg(toQt(model::entityType(kind).plural));
}

// A step's words in a menu: no mnemonics from what people wrote.
QString menuText(const QString& verb, QString step) {
    if (step.isEmpty()) return verb;
    step.replace(QLatin1Char('&'), QStringLiteral("&&"));
    constexpr qsizetype longest = 60;
    if (step.size() > longest) step = step.left(longest - 1) + QChar(u'…');
    return QStringLiteral("%1: %2").arg(verb, step);
}

} // namespace

EditCommands::EditCommands(session::DocumentSession& session, Dialogs& dialogs, QWidget& window,
                           std::function<void()> rename)
    : QObject(&window), m_session(session), m_dialogs(dialogs), m_window(window) {
    undoAction = makeAction(tr("Undo"), QStringLiteral("undo"), QKeySequence::Undo, [this] { m_session.undo(); });
    redoAction = makeAction(tr("Redo"), QStringLiteral("redo"), {}, [this] { m_session.redo(); });
    redoAction->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    cutAction = makeAction(tr("Cut"), QStringLiteral("cut"), QKeySequence::Cut, [this] { cut(); });
    copyAction = makeAction(tr("Copy"), {}, QKeySequence::Copy, [this] { copy(); });
    pasteAction = makeAction(tr("Paste"), QStringLiteral("paste"), QKeySequence::Paste, [this] { paste(); });
    duplicateAction = makeAction(tr("Duplicate"), QStringLiteral("duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D),
                                 [this] { duplicate(); });
    deleteAction =
        makeAction(tr("Delete"), QStringLiteral("trash"), QKeySequence::Delete, [this] { removeSelected(); });
    renameAction = makeAction(tr("Rename"), QStringLiteral("edit"), QKeySequence(Qt::Key_F2), [rename] { rename(); });

    connect(&m_session, &session::DocumentSession::changed, this, &EditCommands::refresh);
    connect(&m_session, &session::DocumentSession::selectionChanged, this, &EditCommands::refresh);
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &EditCommands::refresh);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &EditCommands::refresh);
    refresh();
}

QAction* EditCommands::makeAction(const QString& text, const QString& iconName, const QKeySequence& keys,
                                  std::function<void()> act) {
    auto* const action = new QAction(text, this);
    if (!iconName.isEmpty()) action->setIcon(render::icon(iconName));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void EditCommands::refresh() {
    const QUndoStack& stack = m_session.undoStack();
    // Typing under way can be undone before it is a step.
    undoAction->setEnabled(stack.canUndo() || m_session.hasGesture());
    undoAction->setText(menuText(tr("Undo"), m_session.hasGesture() ? QString() : stack.undoText()));
    undoAction->setToolTip(adapters::plainTip(tr("Undo %1 (Ctrl+Z)").arg(stack.undoText())));
    redoAction->setEnabled(stack.canRedo());
    redoAction->setText(menuText(tr("Redo"), stack.redoText()));
    redoAction->setToolTip(adapters::plainTip(tr("Redo %1 (Ctrl+Y)").arg(stack.redoText())));
    const bool hasSelection = !selected().empty();
    for (QAction* action : {cutAction, copyAction, duplicateAction, deleteAction, renameAction})
        action->setEnabled(hasSelection);
    pasteAction->setEnabled(clippingOnClipboard() != nullptr);
}

std::vector<AnyId> EditCommands::selected() const {
    std::vector<AnyId> ids = m_session.selection().ids();
    std::erase_if(ids, [](const AnyId& id) { return model::kindOf(id) == Kind::plan; });
    return ids;
}

void EditCommands::copy() {
    const std::vector<AnyId> ids = selected();
    if (ids.empty()) return;
    m_session.settleGesture();
    edit::Clipping clipping = edit::copy(m_session.committed(), ids);
    QStringList names;
    for (const AnyId& id : clipping.roots)
        names += adapters::oneLine(toQt(model::shortName(m_session.committed(), id)));
    auto* const mime = new ClippingMime(std::move(clipping));
    mime->setText(names.join(QLatin1Char('\n')));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void EditCommands::cut() {
    copy();
    const std::vector<AnyId> ids = selected();
    if (!ids.empty()) removeAsked(tr("Cut %1").arg(counted(ids.size(), m_session.committed(), ids.front())));
}

// The selected entity, or what owns it, where it can own what is pasted; else the plan, and edit::paste() finds a
// place.
AnyId EditCommands::ownerForPasted(const edit::Clipping& clipping) const {
    const Kind kind = model::kindOf(clipping.roots.front()).value_or(Kind::plan);
    const Kind ownerKind = kind == Kind::plan ? Kind::plan : model::ownership(kind).ownerKind;
    const AnyId owner = m_session.index().ownerOfKind(m_session.selection().primary(), ownerKind);
    return owner ? owner : m_session.committed().plan().id;
}

void EditCommands::paste() {
    const edit::Clipping* const onClipboard = clippingOnClipboard();
    if (onClipboard == nullptr) return;
    const edit::Clipping clipping = *onClipboard;
    const AnyId owner = ownerForPasted(clipping);
    std::vector<AnyId> roots;
    const auto edit = [&](const Model& model) -> base::Result<Model> {
        base::Result<edit::Pasted> pasted = edit::paste(model, clipping, owner, m_session.ids());
        if (!pasted) return pasted.error();
        roots = pasted->roots;
        return std::move(pasted).value().model;
    };
    const Kind kind = model::kindOf(clipping.roots.front()).value_or(Kind::plan);
    const model::EntityType& type = model::entityType(kind);
    const std::size_t count = clipping.roots.size();
    if (m_session.commit(tr("Paste %1 %2").arg(count).arg(toQt(count == 1 ? type.name : type.plural)), edit))
        m_session.select(session::Selection(roots));
}

void EditCommands::duplicate() {
    const std::vector<AnyId> ids = selected();
    if (ids.empty()) return;
    std::vector<AnyId> roots;
    const auto edit = [&](const Model& model) -> base::Result<Model> {
        base::Result<edit::Pasted> pasted = edit::duplicate(model, ids, m_session.ids());
        if (!pasted) return pasted.error();
        roots = pasted->roots;
        return std::move(pasted).value().model;
    };
    const QString what = counted(ids.size(), m_session.committed(), ids.front());
    if (m_session.commit(tr("Duplicate %1").arg(what), edit)) m_session.select(session::Selection(roots));
}

void EditCommands::removeSelected() {
    const std::vector<AnyId> ids = selected();
    if (!ids.empty()) removeAsked(adapters::removalText(m_session.committed(), ids));
}

bool EditCommands::removeAsked(const QString& text) {
    m_session.settleGesture();
    const std::vector<AnyId> ids = selected();
    const adapters::RemovalQuestion question = adapters::removalQuestion(m_session.committed(), ids);
    if (!question.effects.isEmpty() && !m_dialogs.mayRemove(&m_window, question)) return false;
    return m_session.commit(text, [&ids](const Model& model) { return edit::remove(model, ids); }).hasValue();
}

} // namespace flowspine::app

#include "edit_commands.moc"
