// The outcomes as a table: sorted, filtered and edited in place, children under the outcome that they are part of.
#pragma once

#include "adapters/row_model.h"
#include "render/theme.h"
#include "session/document_session.h"

#include <QSortFilterProxyModel>
#include <QTableView>
#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;

namespace flowspine::editors {

enum class OutcomeColumn : std::uint8_t {
    title,
    perspective,
    audience,
    owner,
    term,
    status,
    partOf,
    measures,
    heldBackBy,
    deliveredBy,
};
inline constexpr std::size_t outcomeColumns = 10;

struct OutcomeRow {
    model::AnyId id;
    int depth = 0; // 0 for an outcome that is part of no other
    std::array<QString, outcomeColumns> cells;
    bool isBroken = false; // of the last measured progress
    friend bool operator==(const OutcomeRow&, const OutcomeRow&) = default;
};

// In the plan's order, each followed by those that are part of it. Outcomes that would be part of themselves stand at
// the top.
[[nodiscard]] std::vector<OutcomeRow> outcomeRows(const model::Model& model);

class OutcomeTable final : public QWidget {
    Q_OBJECT

  public:
    // Both outlive the table.
    OutcomeTable(session::DocumentSession& session, const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    [[nodiscard]] QTableView& view() { return *m_view; }
    [[nodiscard]] QLineEdit& filter() { return *m_filter; }
    [[nodiscard]] QLineEdit& typeLine() { return *m_typeLine; }
    // Why the last typed cell was refused; empty when it was not.
    [[nodiscard]] QString said() const;
    // The selected rows, or all that are shown, with headings.
    [[nodiscard]] QString copiedText() const;

  signals:
    // A line was typed under the table's head: the next outcome.
    void lineTyped(const QString& line);
    void leaveAsked();
    void pasteAsked();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    [[nodiscard]] std::vector<adapters::RowColumn<OutcomeRow>> columns();
    [[nodiscard]] QStringList suggestions(int column) const;
    bool write(const OutcomeRow& row, OutcomeColumn column, const QString& text);
    // Part of the row above it at its own depth, or no longer part of its own.
    bool indent(bool isDeeper);
    bool pressed(const QKeyEvent& key);
    void refresh();
    void followSelection();
    void tellSelection();
    void say(const QString& words);

    session::DocumentSession& m_session;
    const render::Theme* m_theme;
    adapters::RowModel<OutcomeRow>* m_rows;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QLineEdit* m_typeLine;
    QTableView* m_view;
    QLabel* m_said;
    bool m_isFollowing = false;
};

} // namespace flowspine::editors
