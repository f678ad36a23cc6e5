// Letters with a step selected: one sets its type or shows a panel, a word is its name.
#include "edit/entity_edit.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/type_keys.h"
#include "session/gesture.h"

#include <QKeyEvent>

namespace flowspine::editors {

using base::Result;
using model::AnyId;
using model::Model;

namespace {

constexpr qint64 wordPause = 900; // ms between two letters of one word

} // namespace

void FlowsEditor::forgetLetter() {
    m_letter.clear();
    m_takeLetterBack = nullptr;
    if (m_typeByLetter) std::exchange(m_typeByLetter, nullptr)->commit();
}

bool FlowsEditor::letterKey(const QKeyEvent& event) {
    // Shift is pressed on the way to a capital.
    if (event.key() == Qt::Key_Shift) return false;
    if (!selectedStep() || !isTypedText(event)) {
        forgetLetter();
        return false;
    }
    const bool wasAgreedTo = m_typeByLetter && !m_typeByLetter->isRunning();
    if (!m_letter.isEmpty() && !wasAgreedTo && m_sinceLetter.elapsed() < wordPause) {
        const QString word = m_letter + event.text();
        if (m_takeLetterBack) m_takeLetterBack();
        m_takeLetterBack = nullptr;
        m_letter.clear();
        return nameByLetters(word);
    }
    forgetLetter();
    const bool hasShift = event.modifiers().testFlag(Qt::ShiftModifier);
    m_sinceLetter.start();
    // A capital begins a word.
    if (!hasShift) {
        for (const TypeKey& each : typeKeys) {
            if (event.key() != each.key || !typeByLetter(each.type)) continue;
            m_letter = event.text();
            m_takeLetterBack = [this] {
                if (m_typeByLetter) std::exchange(m_typeByLetter, nullptr)->cancel();
            };
            return true;
        }
        const int key = event.key();
        if (panelKey(event)) {
            m_letter = event.text();
            m_takeLetterBack = [this, key] {
                const QKeyEvent again(QEvent::KeyPress, key, Qt::NoModifier);
                panelKey(again);
            };
            return true;
        }
    }
    return nameByLetters(event.text());
}

bool FlowsEditor::typeByLetter(model::StepType type) {
    const std::vector<AnyId> steps = selectedSteps();
    m_typeByLetter = session().beginGesture(tr("Set the type of %n step(s)", nullptr, static_cast<int>(steps.size())));
    const Result<> shown = m_typeByLetter->preview([&](const Model& model) -> Result<Model> {
        Model next = model;
        for (const AnyId& id : steps) {
            Result<Model> set = edit::setField(next, id, "type", model::ChoiceValue{static_cast<std::uint8_t>(type)});
            if (!set) return set;
            next = std::move(set).value();
        }
        return next;
    });
    if (shown) return true;
    m_typeByLetter.reset();
    return false;
}

bool FlowsEditor::nameByLetters(const QString& letters) {
    if (!renameSelected()) return false;
    inlineText().selectAll();
    inlineText().insert(letters);
    return true;
}

} // namespace flowspine::editors
