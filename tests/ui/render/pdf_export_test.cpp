// What a reader of the PDF gets, seen by poppler's tools.
#include "render/pdf_export.h"

#include "project/model_reader.h"
#include "render/theme.h"
#include "support/examples.h"
#include "support/paths.h"
#include "view/page_pen.h"
#include "view/roadmap_page.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace flowspine;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

view::PageSet roadmapOf(std::string_view fileName, view::Paper paper, bool isPortrait = false) {
    base::Result<project::ReadModel> read =
        project::readModel(contentOf(test::sourceDir() / "resources/examples" / fileName));
    REQUIRE(read);
    view::PageSetup setup;
    setup.paper = paper;
    setup.isPortrait = isPortrait;
    setup.stateOfPlan = *base::makeDate(2026, 11, 23);
    const render::QtTextMeasure measure;
    view::PageSet set;
    set.title = read->model.plan().name + ": roadmap";
    set.organisation = read->model.plan().organisation;
    set.date = setup.stateOfPlan;
    set.pages = view::roadmapPages(read->model, setup, measure);
    return set;
}

// A file with these pages, for the tools.
QString pdfFile(const view::PageSet& set, const std::string& name) {
    const base::Result<std::string> bytes = render::pdfBytes(set);
    REQUIRE(bytes);
    const std::filesystem::path path = test::outputDir() / (name + ".pdf");
    std::ofstream(path, std::ios::binary) << *bytes;
    return QString::fromStdString(path.string());
}

QString toolSays(const QString& tool, const QStringList& arguments) {
    QProcess process;
    process.start(tool, arguments);
    INFO("this test needs poppler-utils");
    REQUIRE(process.waitForStarted());
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

// Without the breaks and the runs of spaces that come from the layout.
QString simplified(QString text) {
    return text.replace(QChar(0x200C), QString()).simplified();
}

} // namespace

TEST_CASE("pdftotext finds every label of every example's roadmap") {
    for (const test::BundledExample& each : test::bundledExamples) {
        for (const view::Paper paper : {view::Paper::a4, view::Paper::a3}) {
            const view::PageSet set = roadmapOf(each.fileName, paper);
            const QString text = simplified(toolSays(
                QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdfFile(set, "labels"), QStringLiteral("-")}));
            for (const view::Page& page : set.pages) {
                for (const view::Shape& shape : page.picture.shapes) {
                    const auto* label = std::get_if<view::Label>(&shape.form);
                    if (label == nullptr) continue;
                    for (const std::string& line : label->lines) {
                        CAPTURE(each.fileName, line);
                        REQUIRE(text.contains(simplified(QString::fromStdString(line))));
                    }
                }
            }
        }
    }
}

TEST_CASE("words with ligatures are found, also in fonts that have them") {
    const render::QtTextMeasure measure;
    view::PagePen pen(measure);
    pen.text({20, 40}, "Unified offices fly efficient traffic flows", {12, 400}, {view::Role::ink});
    view::PageSet set;
    set.title = "Ligatures";
    set.date = *base::makeDate(2026, 11, 23);
    set.pages.push_back({{595, 842}, pen.finish({0, 0, 595, 842}), "Ligatures", ""});
    const QString text = toolSays(QStringLiteral("pdftotext"), {pdfFile(set, "ligatures"), QStringLiteral("-")});
    CHECK(simplified(text) == QStringLiteral("Unified offices fly efficient traffic flows"));
}

TEST_CASE("signs between capitals and figures are found") {
    const render::QtTextMeasure measure;
    view::PagePen pen(measure);
    const QStringList lines = {
        QStringLiteral("1 increment = 44.6 mm"),  QString::fromUtf8("55 → 25 working days"),
        QString::fromUtf8("1 Oct – 30 Dec 2026"), QStringLiteral("RACI (D1) + A:B - C@D [E] {F}"),
        QString::fromUtf8("≤ 6 % × 3 ≥ 2"),       QString::fromUtf8("SLA → D1")};
    double y = 40;
    for (const QString& line : lines) pen.text({20, y += 20}, line.toStdString(), {9, 600}, {view::Role::ink});
    view::PageSet set;
    set.title = "Signs";
    set.date = *base::makeDate(2026, 11, 23);
    set.pages.push_back({{595, 842}, pen.finish({0, 0, 595, 842}), "Signs", ""});
    const QString text =
        toolSays(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdfFile(set, "signs"), QStringLiteral("-")});
    for (const QString& line : lines) {
        CAPTURE(line.toStdString());
        CHECK(text.contains(line));
    }
}

TEST_CASE("all fonts are embedded as subsets") {
    const view::PageSet set = roadmapOf("renovation-permit.flowspine", view::Paper::a3);
    const QString fonts = toolSays(QStringLiteral("pdffonts"), {pdfFile(set, "fonts")});
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() > 2);
    for (qsizetype i = 2; i < lines.size(); ++i) {
        CAPTURE(lines[i].toStdString());
        // name, type, encoding, emb, sub, uni, object
        CHECK(lines[i].contains(QRegularExpression(QStringLiteral("\\syes (yes|no ) yes\\s"))));
    }
}

TEST_CASE("pages have the size of their paper, and the file its title, author and the plan's date") {
    const auto sizeOf = [](view::Paper paper, bool isPortrait) {
        const view::PageSet set = roadmapOf("acme-stamping.flowspine", paper, isPortrait);
        const QString info = toolSays(QStringLiteral("pdfinfo"), {pdfFile(set, "size")});
        CHECK(info.contains(QStringLiteral("Pages:           %1").arg(set.pages.size())));
        const QRegularExpressionMatch match =
            QRegularExpression(QStringLiteral("Page size:\\s+([0-9.]+) x ([0-9.]+)")).match(info);
        REQUIRE(match.hasMatch());
        return std::pair(match.captured(1).toDouble(), match.captured(2).toDouble());
    };
    const auto isAbout = [](std::pair<double, double> size, double width, double height) {
        return std::abs(size.first - width) <= 1 && std::abs(size.second - height) <= 1;
    };
    CHECK(isAbout(sizeOf(view::Paper::a3, false), 1190.55, 841.89));
    CHECK(isAbout(sizeOf(view::Paper::a4, false), 841.89, 595.28));
    CHECK(isAbout(sizeOf(view::Paper::a4, true), 595.28, 841.89));
    CHECK(isAbout(sizeOf(view::Paper::letter, false), 792, 612));

    const view::PageSet set = roadmapOf("renovation-permit.flowspine", view::Paper::a3);
    const QString info =
        toolSays(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), pdfFile(set, "information")});
    CHECK(info.contains(QStringLiteral("Title:           Renovation permit: roadmap")));
    CHECK(info.contains(QStringLiteral("Author:          City of Harrowgate")));
    CHECK(info.contains(QStringLiteral("CreationDate:    2026-11-23T00:00:00Z")));
    CHECK(info.contains(QStringLiteral("JavaScript:      no")));
}

TEST_CASE("no word is set in type below 6 points") {
    for (const view::Paper paper : {view::Paper::a4, view::Paper::a3, view::Paper::letter}) {
        const view::PageSet set = roadmapOf("home-purchase-mortgage.flowspine", paper);
        const QString boxes =
            toolSays(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdfFile(set, "type"), QStringLiteral("-")});
        const QRegularExpression word(QStringLiteral("yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">([^<]+)"));
        int words = 0;
        for (QRegularExpressionMatchIterator it = word.globalMatch(boxes); it.hasNext(); ++words) {
            const QRegularExpressionMatch match = it.next();
            CAPTURE(match.captured(3).toStdString());
            // A word's box is as high as its font's ascent and descent, which are more than its size together.
            REQUIRE(match.captured(2).toDouble() - match.captured(1).toDouble() >= 6);
        }
        CHECK(words > 100);
    }
}

TEST_CASE("the same pages give the same bytes, and a later plan date other ones") {
    view::PageSet set = roadmapOf("renovation-permit.flowspine", view::Paper::a3);
    const base::Result<std::string> first = render::pdfBytes(set);
    const base::Result<std::string> second = render::pdfBytes(set);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
    set.date = *base::makeDate(2026, 11, 24);
    CHECK(*render::pdfBytes(set) != *first);
}

TEST_CASE("links lead to pages of the file and to web and mail addresses only") {
    const render::QtTextMeasure measure;
    view::PageSet set;
    set.title = "Links";
    set.date = *base::makeDate(2026, 11, 23);
    const view::AnyId step("step-000000000001");
    view::PagePen first(measure);
    view::Picture one = first.finish({0, 0, 595, 842});
    const auto addLink = [&](const std::string& target) {
        view::Shape shape;
        shape.part = target;
        shape.form = view::Box{
            {20, 20.0 + 30 * static_cast<double>(one.shapes.size()), 100, 20}, {}, 0, {view::Role::ground}, {}};
        shape.linkTarget = target;
        one.shapes.push_back(shape);
    };
    for (const char* target : {"https://example.org/a(b)", "mailto:a@example.org", "javascript:app.alert(1)",
                               "file:///etc/passwd", "step-000000000001", "step-00000000none"})
        addLink(target);
    view::PagePen second(measure);
    second.setEntity(step);
    second.text({20, 40}, "Check", {12, 400}, {view::Role::ink});
    set.pages.push_back({{595, 842}, one, "One", "One"});
    set.pages.push_back({{595, 842}, second.finish({0, 0, 595, 842}), "Two", "Two"});
    const QString file = pdfFile(set, "links");
    const QString urls = toolSays(QStringLiteral("pdfinfo"), {QStringLiteral("-url"), file});
    CHECK(urls.contains(QStringLiteral("https://example.org/a(b)")));
    CHECK(urls.contains(QStringLiteral("mailto:a@example.org")));
    CHECK_FALSE(urls.contains(QStringLiteral("javascript")));
    CHECK_FALSE(urls.contains(QStringLiteral("file:")));
}
