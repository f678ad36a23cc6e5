#include "adapters/row_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <random>

using namespace flowspine;
using adapters::RowColumn;
using adapters::RowModel;

namespace {

struct Line {
    base::AnyId id;
    std::string words;
    friend bool operator==(const Line&, const Line&) = default;
};

Line line(int number, std::string words = {}) {
    return {base::AnyId("line-" + std::to_string(number)), std::move(words)};
}

std::vector<RowColumn<Line>> columns() {
    return {{QStringLiteral("Words"), [](const Line& each) { return adapters::toQt(each.words); }}};
}

} // namespace

TEST_CASE("a row model follows any list without a reset") {
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    RowModel<Line> model(columns());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 300; ++round) {
        std::vector<Line> rows;
        for (int i = 0; i < 15; ++i)
            if (random() % 3 != 0) rows.push_back(line(i, std::to_string(random() % 4)));
        std::shuffle(rows.begin(), rows.end(), random);
        model.setRows(rows);
        REQUIRE(model.rows() == rows);
    }
    CHECK(resets.isEmpty());
}

TEST_CASE("a changed row is told once and alone") {
    RowModel<Line> model(columns());
    model.setRows({line(1, "a"), line(2, "b"), line(3, "c")});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.setRows({line(1, "a"), line(2, "B"), line(3, "c")});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0][0].toModelIndex().row() == 1);
    CHECK(inserts.isEmpty());
}

TEST_CASE("a persistent index follows its row through a move") {
    RowModel<Line> model(columns());
    model.setRows({line(1, "a"), line(2, "b"), line(3, "c")});
    const QPersistentModelIndex index = model.indexOf(line(3).id);
    model.setRows({line(3, "c"), line(1, "a"), line(2, "b")});
    CHECK(index.row() == 0);
    CHECK(model.idAt(index) == line(3).id);
}

TEST_CASE("only a column that can write is editable") {
    std::vector<RowColumn<Line>> both = columns();
    QString written;
    both.push_back({QStringLiteral("More"), [](const Line&) { return QString(); },
                    [&written](const Line&, const QString& typed) {
                        written = typed;
                        return true;
                    }});
    RowModel<Line> model(both);
    model.setRows({line(1, "a")});
    CHECK_FALSE(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsEditable));
    CHECK(model.flags(model.index(0, 1)).testFlag(Qt::ItemIsEditable));
    CHECK_FALSE(model.setData(model.index(0, 0), QStringLiteral("x"), Qt::EditRole));
    CHECK(model.setData(model.index(0, 1), QStringLiteral("x"), Qt::EditRole));
    CHECK(written == QStringLiteral("x"));
}
