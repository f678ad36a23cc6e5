// The picture of a flow so large that laying it out would hold up the window: drawn on another thread while the
// previous picture stays. One at a time; when the plan changed meanwhile, whoever asks again starts the next.
#pragma once

#include "model/model.h"
#include "view/flow_picture.h"
#include "view/flow_scale.h"

#include <QFutureWatcher>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace flowspine::editors {

class LateFlowPicture final : public QObject {
    Q_OBJECT

  public:
    // What the picture shows.
    struct Subject {
        model::Model model;
        model::Id<model::Variant> variant;
        bool isCompared = false;
        view::FlowScale scale;
    };

    LateFlowPicture();
    ~LateFlowPicture() override;

    // False while it is drawn, which this begins: ready() is told when to ask again.
    [[nodiscard]] bool isReady(const Subject& subject, const std::function<view::FlowPictureOptions()>& options);
    // Of the subject that was ready last; nothing when it was taken already.
    [[nodiscard]] std::optional<view::Picture> take() { return std::exchange(m_picture, std::nullopt); }
    // What is being drawn is not wanted any more.
    void cancel();

  signals:
    void ready();

  private:
    QFutureWatcher<std::shared_ptr<view::Picture>> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    std::optional<Subject> m_drawn; // of the picture
    std::optional<Subject> m_begun; // of the one that is drawn
    std::optional<view::Picture> m_picture;
};

} // namespace flowspine::editors
