// A band that stands above the fields of something that cannot change, before anybody edits it: who says so, and what
// relies on it.
#pragma once

#include "adapters/surface.h"
#include "session/document_session.h"

#include <QLabel>

namespace flowspine::panels {

class FixedBand final : public adapters::Surface {
    Q_OBJECT

  public:
    explicit FixedBand(const session::DocumentSession& session, QWidget* parent);

    // Hidden unless one of `ids` is a spine item that cannot change; words are those of the first such one.
    void setTargets(const std::vector<model::AnyId>& ids);
    [[nodiscard]] QString words() const { return isHidden() ? QString() : m_words->text(); }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    [[nodiscard]] QString wordsFor(const model::SpineItem& item) const;
    void drawIcon();

    const session::DocumentSession& m_session;
    QLabel* m_icon;
    QLabel* m_words;
};

} // namespace flowspine::panels
