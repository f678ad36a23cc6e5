#include "editors/flows/late_flow_picture.h"

#include "render/theme.h"

#include <QtConcurrent>

namespace flowspine::editors {

using model::Kind;

namespace {

// What flow pictures and the figures in them come from.
constexpr Kind sources[] = {Kind::plan,      Kind::flow, Kind::variant,       Kind::step,       Kind::link,
                            Kind::placement, Kind::team, Kind::decisionRight, Kind::assignment, Kind::spineItem};

bool isSame(const LateFlowPicture::Subject& a, const LateFlowPicture::Subject& b) {
    if (a.variant != b.variant || a.isCompared != b.isCompared || a.scale != b.scale) return false;
    for (const Kind kind : sources)
        if (!a.model.table(kind).isSameAs(b.model.table(kind))) return false;
    return true;
}

} // namespace

LateFlowPicture::LateFlowPicture() {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (!*m_isCancelled) {
            m_picture = std::move(*m_watcher.result());
            m_drawn = std::move(m_begun);
        }
        m_begun.reset();
        emit ready();
    });
}

LateFlowPicture::~LateFlowPicture() {
    cancel();
    m_watcher.waitForFinished();
}

bool LateFlowPicture::isReady(const Subject& subject, const std::function<view::FlowPictureOptions()>& options) {
    if (m_drawn && isSame(*m_drawn, subject)) return true;
    if (m_begun) {
        if (m_begun->variant != subject.variant) cancel();
        return false;
    }
    m_begun = subject;
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    view::FlowPictureOptions asked = options();
    asked.isCancelled = [isCancelled = m_isCancelled] { return isCancelled->load(); };
    m_watcher.setFuture(QtConcurrent::run([subject, asked] {
        const render::QtTextMeasure measure;
        return std::make_shared<view::Picture>(
            view::flowPicture(subject.model, model::ModelIndex(subject.model), subject.variant, asked, measure));
    }));
    return false;
}

void LateFlowPicture::cancel() {
    if (m_isCancelled) *m_isCancelled = true;
}

} // namespace flowspine::editors
