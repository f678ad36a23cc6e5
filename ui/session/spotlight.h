// What pictures light while the rest fades: what matches a filter, or what hangs on the selection. Never part of the
// plan. Made anew when the plan or the selection changes, before anyone else hears of it.
#pragma once

#include "model/model_index.h"
#include "session/selection.h"

#include <QObject>
#include <QString>

#include <functional>
#include <unordered_set>
#include <vector>

namespace flowspine::session {

class DocumentSession;

class Spotlight final : public QObject {
    Q_OBJECT

  public:
    // The session outlives it, and tells it of changes by follow().
    explicit Spotlight(const DocumentSession& session, QObject* parent);

    // Gives the entities to light in a plan.
    using Source =
        std::function<std::vector<model::AnyId>(const model::Model&, const model::ModelIndex&, const Selection&)>;
    // `words` say what is lit: "Owner: Lead, Planning".
    void light(const QString& words, Source source);
    void clear();

    [[nodiscard]] bool isOn() const { return m_source != nullptr; }
    [[nodiscard]] const QString& words() const { return m_words; }
    // The entities that match, with all they own, what owns them, and links between two of them.
    [[nodiscard]] const std::unordered_set<model::AnyId>& lit() const { return m_lit; }
    [[nodiscard]] std::size_t matches() const { return m_matches; }
    // Whether pictures show `id` faded. Teams, roles, flows and variants are places and never fade.
    [[nodiscard]] bool fades(const model::AnyId& id) const;

    void follow();

  signals:
    void changed();

  private:
    const DocumentSession& m_session;
    QString m_words;
    Source m_source;
    std::unordered_set<model::AnyId> m_lit;
    std::size_t m_matches = 0;
};

} // namespace flowspine::session
