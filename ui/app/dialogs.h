// The questions that need a dialog of the system, as an interface so that tests can answer them.
#pragma once

#include "adapters/removal_question.h"

#include <QString>
#include <QWidget>

namespace flowspine::app {

class Dialogs {
  public:
    enum class Unsaved { save, discard, cancel };

    virtual ~Dialogs() = default;
    // Empty: cancelled.
    [[nodiscard]] virtual QString fileToOpen(QWidget* parent, const QString& folder) = 0;
    // `filters` as QFileDialog takes them. Asks before a file that is there already is taken.
    [[nodiscard]] virtual QString fileToSave(QWidget* parent, const QString& suggestion, const QString& filters) = 0;
    // What becomes of the changes of the plan called `name`, which is about to be closed.
    [[nodiscard]] virtual Unsaved unsavedChanges(QWidget* parent, const QString& name) = 0;
    [[nodiscard]] virtual bool mayRemove(QWidget* parent, const adapters::RemovalQuestion& question) = 0;
};

class SystemDialogs final : public Dialogs {
  public:
    [[nodiscard]] QString fileToOpen(QWidget* parent, const QString& folder) override;
    [[nodiscard]] QString fileToSave(QWidget* parent, const QString& suggestion, const QString& filters) override;
    [[nodiscard]] Unsaved unsavedChanges(QWidget* parent, const QString& name) override;
    [[nodiscard]] bool mayRemove(QWidget* parent, const adapters::RemovalQuestion& question) override;
};

// "Flowspine plans (*.flowspine)"
[[nodiscard]] QString planFilter();

} // namespace flowspine::app
