// A table of values: each row is what one entity looks like in a list. setRows() makes the model follow with the least
// removing, moving, inserting and repainting, so that views keep place, selection and open editors; it never resets.
#pragma once

#include "adapters/list_changes.h"
#include "adapters/plain_text.h"
#include "base/id.h"

#include <QAbstractTableModel>

#include <functional>
#include <unordered_map>
#include <vector>

namespace flowspine::adapters {

template <class Row>
struct RowColumn {
    QString heading;
    std::function<QString(const Row&)> text;
    // Takes what was typed; false keeps the old text. Without it the column is read-only.
    std::function<bool(const Row&, const QString&)> write{};
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    // Decoration and other roles, before `text` is asked; an invalid variant for those it does not know.
    std::function<QVariant(const Row&, int role)> more{};
};

// `Row` has a member `base::AnyId id`, unique among the rows, and operator==.
template <class Row>
class RowModel : public QAbstractTableModel {
  public:
    explicit RowModel(std::vector<RowColumn<Row>> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    // An invalid index when there is no such row.
    [[nodiscard]] QModelIndex indexOf(const base::AnyId& id, int column = 0) const {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].id == id) return index(static_cast<int>(i), column);
        return {};
    }
    [[nodiscard]] base::AnyId idAt(const QModelIndex& at) const {
        return at.isValid() ? m_rows[static_cast<std::size_t>(at.row())].id : base::AnyId();
    }

    void setRows(std::vector<Row> rows) {
        std::unordered_map<base::AnyId, int> places;
        for (std::size_t i = 0; i < m_rows.size(); ++i) places.emplace(m_rows[i].id, static_cast<int>(i));
        std::vector<int> oldPositions;
        oldPositions.reserve(rows.size());
        for (const Row& row : rows) {
            const auto at = places.find(row.id);
            oldPositions.push_back(at == places.end() ? -1 : at->second);
        }
        apply(listChanges(oldPositions, m_rows.size()), std::move(rows));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& at, int role) const override {
        if (!at.isValid()) return {};
        const Row& row = m_rows[static_cast<std::size_t>(at.row())];
        const RowColumn<Row>& column = m_columns[static_cast<std::size_t>(at.column())];
        if (column.more)
            if (QVariant value = column.more(row, role); value.isValid()) return value;
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return column.text(row);
        case Qt::TextAlignmentRole: return static_cast<int>(column.alignment);
        case Qt::ToolTipRole: return plainTip(column.text(row));
        default: return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        const RowColumn<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole) return column.heading;
        if (role == Qt::TextAlignmentRole) return static_cast<int>(column.alignment);
        return {};
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& at) const override {
        const Qt::ItemFlags plain = QAbstractTableModel::flags(at);
        const bool isEditable = at.isValid() && m_columns[static_cast<std::size_t>(at.column())].write;
        return isEditable ? plain | Qt::ItemIsEditable : plain;
    }
    bool setData(const QModelIndex& at, const QVariant& value, int role) override {
        if (!at.isValid() || role != Qt::EditRole) return false;
        const RowColumn<Row>& column = m_columns[static_cast<std::size_t>(at.column())];
        // A copy: writing changes the plan, and the rows with it.
        const Row row = m_rows[static_cast<std::size_t>(at.row())];
        return column.write && column.write(row, value.toString());
    }

  private:
    void apply(const ListChanges& changes, std::vector<Row> rows) {
        // Whole runs at a time, or removing many rows would take quadratic time in the views.
        for (std::size_t i = 0; i < changes.removed.size();) {
            const int last = changes.removed[i];
            int first = last;
            for (++i; i < changes.removed.size() && changes.removed[i] == first - 1; ++i) --first;
            beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            endRemoveRows();
        }
        for (const ListChanges::Move& move : changes.moves) {
            beginMoveRows({}, move.from, move.from, {}, move.to > move.from ? move.to + 1 : move.to);
            const auto from = m_rows.begin() + move.from;
            const auto to = m_rows.begin() + move.to;
            if (move.to > move.from)
                std::rotate(from, from + 1, to + 1);
            else
                std::rotate(to, from, from + 1);
            endMoveRows();
        }
        for (std::size_t i = 0; i < changes.inserted.size();) {
            const int first = changes.inserted[i];
            int last = first;
            for (++i; i < changes.inserted.size() && changes.inserted[i] == last + 1; ++i) ++last;
            beginInsertRows({}, first, last);
            m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + last + 1);
            endInsertRows();
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_rows[i] == rows[i]) continue;
            m_rows[i] = std::move(rows[i]);
            const int row = static_cast<int>(i);
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    std::vector<RowColumn<Row>> m_columns;
    std::vector<Row> m_rows;
};

} // namespace flowspine::adapters
