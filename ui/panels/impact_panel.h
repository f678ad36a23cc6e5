// What hangs on the selected thing: everything that refers to it, and what each would lose if it went. Lights it on the
// pictures when asked to.
#pragma once

#include "adapters/row_model.h"
#include "adapters/surface.h"
#include "session/document_session.h"

#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace flowspine::panels {

struct ImpactRow {
    model::AnyId id; // who refers
    QString name;
    QString where;     // what it belongs to
    QString mention;   // the fields that name it
    QString ifRemoved; // "goes too", "loses it"
    friend bool operator==(const ImpactRow&, const ImpactRow&) = default;
};

class ImpactPanel final : public adapters::Surface {
    Q_OBJECT

  public:
    explicit ImpactPanel(session::DocumentSession& session, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<ImpactRow>& rows() const { return m_rows->rows(); }
    [[nodiscard]] QString words() const { return m_words->text(); }
    [[nodiscard]] QToolButton& lightButton() { return *m_light; }

  signals:
    void goTo(const flowspine::model::AnyId& id);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void refresh();
    void followLight();
    [[nodiscard]] model::AnyId target() const;
    [[nodiscard]] std::vector<ImpactRow> rowsOf(const model::AnyId& id) const;
    [[nodiscard]] QString wordsOf(const model::AnyId& id, std::size_t count) const;

    session::DocumentSession& m_session;
    QLabel* m_words;
    QToolButton* m_light;
    adapters::RowModel<ImpactRow>* m_rows;
    QTableView* m_view;
    bool m_isLighting = false; // the spotlight is this panel's
};

} // namespace flowspine::panels
