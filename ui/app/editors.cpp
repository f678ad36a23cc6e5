#include "app/editors.h"

#include "editors/flows/flows_editor.h"
#include "editors/outcomes/outcomes_editor.h"
#include "editors/overview/overview_editor.h"
#include "editors/roadmap/roadmap_editor.h"
#include "editors/spine/spine_editor.h"

namespace flowspine::app {

namespace {

template <typename T>
EditorPlan plan() {
    return {T::about(), [](session::DocumentSession& session, const render::Theme& theme) -> adapters::Editor* {
                return new T(session, theme);
            }};
}

} // namespace

std::vector<EditorPlan> editorPlans() {
    return {plan<editors::OutcomesEditor>(), plan<editors::SpineEditor>(), plan<editors::FlowsEditor>(),
            plan<editors::RoadmapEditor>(), plan<editors::OverviewEditor>()};
}

} // namespace flowspine::app
