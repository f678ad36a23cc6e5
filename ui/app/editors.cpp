#include "app/editors.h"

#include "editors/flows/flows_editor.h"
#include "editors/outcomes/outcomes_editor.h"
#include "editors/overview/overview_editor.h"
#include "editors/roadmap/roadmap_editor.h"
#include "editors/spine/spine_editor.h"

namespace flowspine::app {

std::vector<adapters::Editor*> makeEditors(session::DocumentSession& session, const render::Theme& theme) {
    return {new editors::OutcomesEditor(session, theme), new editors::SpineEditor(session, theme),
            new editors::FlowsEditor(session, theme), new editors::RoadmapEditor(session, theme),
            new editors::OverviewEditor(session, theme)};
}

} // namespace flowspine::app
