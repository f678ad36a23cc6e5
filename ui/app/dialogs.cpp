#include "app/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace flowspine::app {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dialogs", text);
}

} // namespace

QString planFilter() {
    return tr("Flowspine plans (*.flowspine)");
}

QString SystemDialogs::fileToOpen(QWidget* parent, const QString& folder) {
    return QFileDialog::getOpenFileName(parent, tr("Open a plan"), folder,
                                        planFilter() + QStringLiteral(";;") + tr("All files (*)"));
}

QString SystemDialogs::fileToSave(QWidget* parent, const QString& suggestion, const QString& filters) {
    return QFileDialog::getSaveFileName(parent, tr("Save as"), suggestion, filters);
}

Dialogs::Unsaved SystemDialogs::unsavedChanges(QWidget* parent, const QString& name) {
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(tr("Save changes?"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("Save the changes to “%1” before it is closed?").arg(name.left(200)));
    QPushButton* const save = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* const discard = box.addButton(tr("Discard changes"), QMessageBox::DestructiveRole);
    QPushButton* const cancel = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == save) return Unsaved::save;
    return box.clickedButton() == discard ? Unsaved::discard : Unsaved::cancel;
}

bool SystemDialogs::mayRemove(QWidget* parent, const adapters::RemovalQuestion& question) {
    return adapters::askInDialog(parent, question);
}

} // namespace flowspine::app
