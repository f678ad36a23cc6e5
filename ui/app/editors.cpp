#include "app/editors.h"

#include "editors/outcomes/outcomes_editor.h"

namespace flowspine::app {

std::vector<adapters::Editor*> makeEditors(session::DocumentSession& session, const render::Theme& theme) {
    return {new editors::OutcomesEditor(session, theme)};
}

} // namespace flowspine::app
