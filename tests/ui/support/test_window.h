// A window with a fixed clock, counted ids and dialogs that a test answers.
#pragma once

#include "app/main_window.h"

#include <QTemporaryDir>

namespace flowspine::test {

class AnsweredDialogs final : public app::Dialogs {
  public:
    QString openPath;
    QString savePath;
    Unsaved unsaved = Unsaved::cancel;
    bool mayRemoveAnswer = true;
    int unsavedAsked = 0;
    QString unsavedName;

    [[nodiscard]] QString fileToOpen(QWidget* /*parent*/, const QString& /*folder*/) override { return openPath; }
    [[nodiscard]] QString fileToSave(QWidget* /*parent*/, const QString& /*suggestion*/,
                                     const QString& /*filters*/) override {
        return savePath;
    }
    [[nodiscard]] Unsaved unsavedChanges(QWidget* /*parent*/, const QString& name) override {
        ++unsavedAsked;
        unsavedName = name;
        return unsaved;
    }
    [[nodiscard]] bool mayRemove(QWidget* /*parent*/, const adapters::RemovalQuestion& /*question*/) override {
        return mayRemoveAnswer;
    }
};

// Shown and active; forgets settings of windows before it.
struct TestWindow {
    AnsweredDialogs* dialogs = nullptr; // the window's
    QTemporaryDir folder;
    std::unique_ptr<app::MainWindow> window;

    TestWindow();

    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    // Copies a bundled example into the folder and opens it.
    void openExample(const QString& name = QStringLiteral("renovation-permit"));
    // Until no save is under way; false after five seconds.
    [[nodiscard]] bool waitForSave();
    [[nodiscard]] session::DocumentSession& session() { return window->session(); }
    // The first entity of a kind.
    [[nodiscard]] model::AnyId first(model::Kind kind);
};

} // namespace flowspine::test
