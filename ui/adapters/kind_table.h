// The entities of one kind as a table: fields edited in place, other columns computed, sorted by a click on a heading,
// narrowed by words, with a line that adds. Selection is the session's; every change is one undo step. No words of the
// domain.
#pragma once

#include "adapters/removal_question.h"
#include "adapters/row_model.h"
#include "session/document_session.h"

#include <QLineEdit>
#include <QTableView>
#include <QWidget>

#include <functional>
#include <string_view>
#include <vector>

class QSortFilterProxyModel;

namespace flowspine::adapters {

struct KindRow {
    model::AnyId id;
    std::vector<QString> cells;
    friend bool operator==(const KindRow&, const KindRow&) = default;
};

class KindTable final : public QWidget {
    Q_OBJECT

  public:
    struct Column {
        std::string_view field; // edited in place; empty for a computed column
        int width = 120;
        QString heading{}; // empty: the field's label
        std::function<QString(const model::Model&, const model::ModelIndex&, const model::AnyId&)> computed{};
    };
    // `rowsInOrder` lists the entities to show. The session outlives the table.
    using RowIds = std::function<std::vector<model::AnyId>(const model::Model&)>;
    KindTable(session::DocumentSession& session, model::Kind kind, std::vector<Column> columns, RowIds rowsInOrder,
              QWidget* parent);

    // Adds what is typed in the line under the table, one entity for each of several pasted lines.
    using AddLine = std::function<base::Result<edit::Added>(const model::Model&, std::string_view)>;
    void setAddLine(const QString& placeholder, AddLine add);
    void setRemovalAnswer(RemovalAnswer answer) { m_answer = std::move(answer); }

    // Selected rows, in the order of the session's selection.
    [[nodiscard]] std::vector<model::AnyId> selected() const;
    // False when there is no such row.
    bool reveal(const model::AnyId& id);
    bool editTitle(const model::AnyId& id);
    bool removeSelected();
    // The selected rows, or all, with headings.
    [[nodiscard]] QString copiedText() const;
    void setFilter(const QString& words);

    [[nodiscard]] QTableView& view() { return *m_view; }
    [[nodiscard]] QLineEdit& addField() { return *m_add; }
    [[nodiscard]] const RowModel<KindRow>& rows() const { return *m_rows; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    [[nodiscard]] std::vector<RowColumn<KindRow>> rowColumns();
    [[nodiscard]] QStringList suggestions(int column) const;
    bool write(const model::AnyId& id, std::string_view field, const QString& text);
    // Now, or when the table is shown or asked for a row.
    void refresh();
    void fill();
    // Shares the width among the columns until people choose one.
    void fitColumns();
    void followSelection();
    void tellSelection();
    void addTyped(const QStringList& lines);

    session::DocumentSession& m_session;
    model::Kind m_kind;
    std::vector<Column> m_columns;
    RowIds m_rowIds;
    RowModel<KindRow>* m_rows;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_view;
    QLineEdit* m_add;
    AddLine m_addLine;
    RemovalAnswer m_answer;
    bool m_isFollowing = false;
    bool m_isStale = true;
    bool m_isFitting = false;
    bool m_hasChosenWidths = false;
};

} // namespace flowspine::adapters
