#include "adapters/removal_question.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace flowspine::adapters {

namespace {

constexpr qsizetype longestList = 10;
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
    RemovalQuestion question{removalText(model, ids) + u'?', {}};
    const edit::Impact impact = edit::impactOfRemoval(model, ids);
    for (const model::Reference& reference : impact.loseReference) {
        // Where a box stands is no fact that anybody would miss.
        if (reference.field->options.isPlacement) continue;
        question.effects += tr("%1 no longer names %2 under “%3”")
                                .arg(capitalised(nameOf(model, reference.from)), nameOf(model, reference.target),
                                     toQt(reference.field->options.label));
    }
    return question;
}

bool askInDialog(QWidget* parent, const RemovalQuestion& question) {
    QStringList shown = question.effects.mid(0, longestList);
    if (question.effects.size() > longestList) shown += tr("and %1 more").arg(question.effects.size() - longestList);
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(tr("Delete"));
    box.setText(question.title + QStringLiteral("\n\n") + shown.join(u'\n') + QStringLiteral("\n\n") +
                tr("Undo brings everything back."));
    const QPushButton* remove = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Keep"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == remove;
}

} // namespace flowspine::adapters
