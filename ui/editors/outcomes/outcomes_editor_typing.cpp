#include "edit/outcome_edit.h"
#include "editors/outcomes/outcome_block.h"
#include "editors/outcomes/outcome_words.h"
#include "editors/outcomes/outcomes_editor.h"
#include "editors/outcomes/reading_text.h"
#include "model/naming.h"

#include <QFile>
#include <QFileDialog>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::PointerAt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Constraint;
using model::Id;
using model::Kind;
using model::Measure;
using model::Model;
using model::Outcome;
using model::Perspective;

namespace {

// Where a constraint can bite, by its name in any case. Steps of the flows as they are come first: those that are to be
// are often called alike.
AnyId placeCalled(const Model& model, const QString& name) {
    AnyId place;
    const auto look = [&](const AnyId& id) {
        if (place.isEmpty() && toQt(model::shortName(model, id)).compare(name, Qt::CaseInsensitive) == 0) place = id;
    };
    model.forEach<model::Flow>([&](const model::Flow& flow) {
        if (const model::Variant* current = model.find(flow.current))
            for (const AnyId& step : current->steps.ids()) look(step);
    });
    for (const Kind kind : {Kind::team, Kind::flow, Kind::spineItem, Kind::step})
        for (const model::EntityPtr& row : model.table(kind).rows()) look(row->id);
    return place;
}

} // namespace

// ---- Typing ----

QString OutcomesEditor::placeholder(const TypingPlace& place) const {
    if (place.role == "reading") return m_page == Page::measure ? tr("31 Oct 2026  48") : tr("Value today");
    if (place.role == "add-measure") return tr("How would anybody tell?");
    if (place.role == "locate") return tr("Where does it bite? A step, team, flow or fixed item");
    if (place.key == constraintKey) return tr("Type what holds the outcomes back");
    return tr("Type the next outcome and press Enter");
}

std::optional<view::Rect> OutcomesEditor::typingRect(const TypingPlace& place) const {
    if (place.key == constraintKey) {
        // The button is too small to type into.
        std::optional<view::Rect> button = PictureEditor::typingRect(place);
        constexpr double width = 360;
        if (button && button->width < width) *button = {button->right() - width, button->y, width, button->height};
        return button;
    }
    if (place.role != "add-measure" && place.role != "locate") return PictureEditor::typingRect(place);
    // Over the foot of the card, whatever stands there.
    const view::HitArea* card = adapters::firstAreaOf(picture(), place.id, {"card", "constraint"});
    if (!card) return std::nullopt;
    constexpr double height = 28;
    return view::Rect{card->rect.x + 16, card->rect.bottom() - height - 4, card->rect.width - 32, height};
}

AnyId OutcomesEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    AnyId last;
    const int count = static_cast<int>(lines.size());
    if (place.role == "reading") {
        const QString undoText =
            lines.size() == 1 ? tr("Add a reading of %1").arg(lines.front()) : tr("Add %n reading(s)", nullptr, count);
        addReadings(Id<Measure>(place.id), lines.join(u'\n'), undoText);
        return {};
    }
    if (place.role == "locate") return locate(Id<Constraint>(place.id), lines) ? place.id : AnyId();
    const auto addEach = [&](const QString& text, const auto& addOne) {
        commit(text, [&](const Model& model) -> Result<Model> {
            Model next = model;
            for (const QString& line : lines) {
                Result<edit::Added> added = addOne(next, fromQt(line));
                if (!added) return added.error();
                last = added.value().id;
                next = std::move(added).value().model;
            }
            return next;
        });
    };
    if (place.role == "add-measure") {
        addEach(tr("Add %n measure(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return edit::addMeasure(model, Id<Outcome>(place.id), name, session().ids());
        });
    } else if (place.key == constraintKey) {
        // What is typed while an outcome is selected holds that one back.
        const Id<Outcome> outcome = session().index().ownerOfType<Outcome>(session().selection().primary());
        addEach(tr("Add %n constraint(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return model.find(outcome) ? edit::addConstraintFor(model, outcome, name, session().ids())
                                       : edit::addNew(model, model.plan().id, Kind::constraint, name, session().ids());
        });
    } else {
        addEach(tr("Add %n outcome(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return edit::addOutcome(model, perspectiveOf(place.key), name, session().ids());
        });
    }
    if (last && live().contains(last)) session().select(last);
    return last;
}

void OutcomesEditor::addAside(const TypingPlace& place, const QString& line) {
    if (!line.isEmpty()) {
        addLines(place, {line});
        inlineText().clear();
    }
    if (place.role == "add" && place.key != constraintKey) startTyping(addPlace(otherOf(perspectiveOf(place.key))));
}

void OutcomesEditor::afterTab(const TypingPlace& place, const AnyId& added) {
    if (model::kindOf(added) == Kind::outcome)
        startTyping({"add-measure", added, {}});
    else if (place.role == "add-measure" && added)
        startTyping(TypingPlace(place)); // another measure of the same outcome
    else if (model::kindOf(added) == Kind::constraint)
        startTyping({"locate", added, {}});
    else
        afterEnter(place, added);
}

void OutcomesEditor::afterEnter(const TypingPlace& place, const AnyId& added) {
    if (place.role == "reading" && m_page == Page::board) return stopTyping();
    if (place.role == "locate") {
        // What was not understood stays as it was typed.
        if (added || !startTyping(TypingPlace(place), m_refused)) stopTyping();
        return;
    }
    if (place.role != "add-measure") return PictureEditor::afterEnter(place, added);
    // After a measure the next outcome is typed.
    const Outcome* outcome = live().find(Id<Outcome>(place.id));
    if (!outcome || !startTyping(addPlace(outcome->perspective))) stopTyping();
}

bool OutcomesEditor::locate(const Id<Constraint>& constraint, const QStringList& names) {
    const bool isDone = commit(tr("Say where a constraint bites"), [&](const Model& model) -> Result<Model> {
        const Constraint* found = model.find(constraint);
        std::vector<AnyId> locations = found ? found->locations.ids() : std::vector<AnyId>();
        for (const QString& name : names) {
            const AnyId place = placeCalled(model, name);
            if (!place)
                return base::failure("unknown-name",
                                     fromQt(tr("No step, team, flow or fixed item is called “%1”.").arg(name)));
            locations.push_back(place);
        }
        return edit::setField(model, constraint, "locations", model::FieldValue(std::move(locations)));
    });
    m_refused = isDone ? QString() : names.join(QStringLiteral("; "));
    return isDone;
}

// ---- Blocks ----

// The table has no line to type into, and takes pasted ones all the same.
bool OutcomesEditor::acceptsPaste(const TypingPlace& place) const {
    return m_page == Page::table || PictureEditor::acceptsPaste(place);
}

bool OutcomesEditor::pasteBlock(const TypingPlace& place, const QString& text) {
    if (place.role == "reading") return addReadings(Id<Measure>(place.id), text, tr("Add readings"));
    if (place.role != "add" || place.key == constraintKey) return false;
    std::vector<AnyId> added;
    commit(tr("Paste outcomes"), [&](const Model& model) -> Result<Model> {
        Result<edit::Pasted> pasted = pasteOutcomeBlock(model, perspectiveOf(place.key), text, session().ids());
        if (!pasted) return pasted.error();
        added = pasted->roots;
        return std::move(pasted->model);
    });
    if (!added.empty() && live().contains(added.back())) session().select(added.back());
    return true;
}

bool OutcomesEditor::addReadings(const Id<Measure>& measure, const QString& text, const QString& undoText) {
    const std::vector<TypedReading> typed = readingsIn(text, session().today());
    if (typed.empty()) return false;
    return commit(undoText, [&](const Model& model) -> Result<Model> {
        Model next = model;
        for (const TypedReading& each : typed) {
            auto reading = std::make_shared<model::Reading>();
            do reading->id = session().ids().next(model::idPrefix(Kind::reading));
            while (next.contains(reading->id));
            reading->date = each.date;
            reading->value = each.value;
            reading->notes = fromQt(each.notes);
            Result<Model> added = edit::add(next, measure, reading);
            if (!added) return added.error();
            next = std::move(added).value();
        }
        return next;
    });
}

bool OutcomesEditor::importReadings(const Id<Measure>& measure, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    constexpr qint64 mostBytes = 4'000'000;
    return addReadings(measure, QString::fromUtf8(file.read(mostBytes)), tr("Import readings"));
}

void OutcomesEditor::askForReadings(const Id<Measure>& measure) {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import readings"), {},
                                                      tr("Dates and values (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty()) importReadings(measure, path);
}

} // namespace flowspine::editors
