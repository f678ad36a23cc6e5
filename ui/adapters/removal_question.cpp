#include "adapters/removal_question.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "model/plan_order.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <unordered_set>

namespace flowspine::adapters {

namespace {

constexpr qsizetype mostRows = 12;
constexpr qsizetype longestName = 120;

QString tr(const char* text) {
    return QCoreApplication::translate("RemovalQuestion", text);
}

QString nameOf(const model::Model& model, const model::AnyId& id) {
    QString name = oneLine(toQt(model::fullName(model, id)));
    if (name.size() > longestName) name = name.left(longestName) + u'…';
    return name;
}

QString capitalised(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

// Lines of a picture and words about a thing: counted, but not told one by one.
bool isSmall(model::Kind kind) {
    using model::Kind;
    return kind == Kind::link || kind == Kind::comment || kind == Kind::reply || kind == Kind::waiver;
}

model::AnyId ownerIn(const model::Model& model, const model::AnyId& id) {
    const model::Ownership& ownership = model::ownership(*model::kindOf(id));
    if (ownership.children == nullptr) return {};
    for (const model::EntityPtr& row : model.table(ownership.ownerKind).rows()) {
        const std::vector<model::AnyId> children = model::idsIn(*row, *ownership.children);
        if (std::find(children.begin(), children.end(), id) != children.end()) return row->id;
    }
    return {};
}

} // namespace

QString removalText(const model::Model& model, const std::vector<model::AnyId>& ids) {
    if (ids.size() == 1) return tr("Delete %1").arg(nameOf(model, ids.front()));
    const std::optional<model::Kind> kind = ids.empty() ? std::nullopt : model::kindOf(ids.front());
    const bool isOneKind =
        kind && std::all_of(ids.begin(), ids.end(), [&](const model::AnyId& id) { return model::kindOf(id) == kind; });
    const QString what = isOneKind ? toQt(model::entityType(*kind).plural) : tr("things");
    return tr("Delete %1 %2").arg(ids.size()).arg(what);
}

RemovalQuestion removalQuestion(const model::Model& model, const std::vector<model::AnyId>& ids) {
    RemovalQuestion question{removalText(model, ids) + u'?', {}, {}};
    const edit::Impact impact = edit::impactOfRemoval(model, ids);
    std::unordered_set<model::AnyId> own;
    for (const model::AnyId& id : ids)
        for (const model::AnyId& part : model::withAllOwned(model, id)) own.insert(part);
    std::unordered_set<model::AnyId> told;
    std::map<model::Kind, int> contents;
    for (const model::AnyId& id : impact.removed) {
        const model::Kind kind = *model::kindOf(id);
        if (std::find(ids.begin(), ids.end(), id) != ids.end() || kind == model::Kind::placement) continue;
        const model::AnyId owner = ownerIn(model, id);
        // What a told holder owns goes with it.
        if (told.contains(owner)) {
            told.insert(id);
        } else if (own.contains(id) || isSmall(kind)) {
            ++contents[kind];
        } else {
            told.insert(id);
            question.effects += owner && model::kindOf(owner) != model::Kind::plan
                                    ? tr("%1 of %2 goes too").arg(capitalised(nameOf(model, id)), nameOf(model, owner))
                                    : tr("%1 goes too").arg(capitalised(nameOf(model, id)));
        }
    }
    for (const model::Reference& reference : impact.loseReference) {
        // Where a box stands is no fact that anybody would miss.
        if (reference.field->options.isPlacement) continue;
        question.effects += tr("%1 no longer names %2 under “%3”")
                                .arg(capitalised(nameOf(model, reference.from)), nameOf(model, reference.target),
                                     toQt(reference.field->options.label));
    }
    QStringList counts;
    for (const auto& [kind, count] : contents) {
        const model::EntityType& type = model::entityType(kind);
        counts += tr("%1 %2").arg(count).arg(toQt(count == 1 ? type.name : type.plural));
    }
    if (!counts.isEmpty()) question.contents = tr("With it: %1.").arg(counts.join(QStringLiteral(", ")));
    return question;
}

bool askInDialog(QWidget* parent, const RemovalQuestion& question) {
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("Delete"));
    auto* const layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    const auto say = [&](const QString& words) {
        QLabel* const label = plainLabel(words, &dialog);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    QFont strong = say(question.title)->font();
    strong.setWeight(QFont::DemiBold);
    layout->itemAt(0)->widget()->setFont(strong);
    // All of them, in a list that scrolls when there are many.
    auto* const list = new QListWidget(&dialog);
    list->addItems(question.effects);
    list->setAccessibleName(tr("What else changes"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setWordWrap(true);
    const int rows = static_cast<int>(std::min(question.effects.size(), mostRows));
    list->setMinimumHeight(rows * (list->fontMetrics().height() + 6) + 8);
    layout->addWidget(list, 1);
    if (!question.contents.isEmpty()) say(question.contents);
    say(tr("Undo brings everything back."))->setForegroundRole(QPalette::PlaceholderText);
    auto* const buttons = new QDialogButtonBox(&dialog);
    QPushButton* const remove = buttons->addButton(tr("Delete"), QDialogButtonBox::DestructiveRole);
    QPushButton* const keep = buttons->addButton(tr("Keep"), QDialogButtonBox::RejectRole);
    keep->setDefault(true);
    QObject::connect(remove, &QPushButton::clicked, &dialog, &QDialog::accept);
    QObject::connect(keep, &QPushButton::clicked, &dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog.resize(560, dialog.sizeHint().height());
    keep->setFocus();
    return dialog.exec() == QDialog::Accepted;
}

} // namespace flowspine::adapters
