#include "exchange/svg_writer.h"

#include "model/model_index.h"
#include "project/model_reader.h"
#include "support/examples.h"
#include "support/paths.h"
#include "view/flow_picture.h"
#include "view/picture_builder.h"
#include "view/roadmap_page.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <stack>

using namespace flowspine;
using exchange::svgText;
using view::Role;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

exchange::SvgOptions options() {
    exchange::SvgOptions options;
    options.title = "Plan <1>";
    options.iconText = [](std::string_view name) {
        return contentOf(test::sourceDir() / "resources/icons" / (std::string(name) + ".svg"));
    };
    return options;
}

// What is wrong with the markup; empty when every element is closed by its own name, every attribute is quoted and
// every & begins an entity. Enough for what the writer makes: no comments, no CDATA.
std::string faultIn(std::string_view xml) {
    std::stack<std::string> open;
    std::size_t at = xml.starts_with("<?xml") ? xml.find("?>") + 2 : 0;
    bool hadRoot = false;
    while (at < xml.size()) {
        if (xml[at] != '<') {
            const std::size_t end = std::min(xml.find('<', at), xml.size());
            for (std::size_t i = at; i < end; ++i) {
                if (xml[i] == '>') return "a bare >";
                if (xml[i] == '&') {
                    const std::size_t stop = xml.find(';', i);
                    const std::set<std::string_view> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
                    if (stop == std::string_view::npos || !known.contains(xml.substr(i, stop - i + 1)))
                        return "a bare &";
                }
                if (open.empty() && xml[i] != '\n') return "text outside the root";
            }
            at = end;
            continue;
        }
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos) return "an unclosed tag";
        const std::string_view tag = xml.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with('/')) {
            if (open.empty() || open.top() != tag.substr(1)) return "a wrong closing tag " + std::string(tag);
            open.pop();
            continue;
        }
        if (open.empty() && hadRoot) return "two roots";
        hadRoot = true;
        std::size_t quotes = 0;
        std::set<std::string> names;
        for (std::size_t i = 0; i < tag.size(); ++i) {
            if (tag[i] == '<') return "a bare < in a tag";
            if (tag[i] != '"') continue;
            if (++quotes % 2 == 0) continue;
            const std::size_t name = tag.rfind(' ', i);
            if (!names.insert(std::string(tag.substr(name, i - name))).second) return "an attribute twice";
        }
        if (quotes % 2 != 0) return "an unclosed quote";
        if (!tag.ends_with('/')) open.emplace(tag.substr(0, tag.find_first_of(" \n")));
    }
    return open.empty() && hadRoot ? "" : "an unclosed element";
}

model::Model exampleModel(std::string_view name) {
    base::Result<project::ReadModel> read =
        project::readModel(contentOf(test::sourceDir() / "resources/examples" / name));
    REQUIRE(read);
    return std::move(read).value().model;
}

void requireLabels(const view::Picture& picture, const std::string& svg) {
    for (const view::Shape& shape : picture.shapes) {
        const auto* label = std::get_if<view::Label>(&shape.form);
        if (label == nullptr) continue;
        for (const std::string& line : label->lines) {
            std::string escaped;
            for (const char c : line) {
                if (c == '&')
                    escaped += "&amp;";
                else if (c == '<')
                    escaped += "&lt;";
                else if (c == '>')
                    escaped += "&gt;";
                else if (c == '"')
                    escaped += "&quot;";
                else if (c == '\'')
                    escaped += "&#39;";
                else
                    escaped += c;
            }
            CAPTURE(line);
            REQUIRE(svg.find(">" + escaped + "<") != std::string::npos);
        }
    }
}

} // namespace

TEST_CASE("the roadmap and the flows of every example are well-formed and hold every label as text") {
    const view::FixedTextMeasure measure;
    for (const test::BundledExample& each : test::bundledExamples) {
        CAPTURE(each.fileName);
        const model::Model model = exampleModel(each.fileName);
        view::PageSetup setup;
        setup.stateOfPlan = *base::makeDate(2026, 11, 23);
        const view::Picture roadmap = view::stacked(view::roadmapPages(model, setup, measure));
        const std::string svg = svgText(roadmap, options());
        CHECK(faultIn(svg).empty());
        requireLabels(roadmap, svg);
        const model::ModelIndex index(model);
        model.forEach<model::Variant>([&](const model::Variant& variant) {
            const view::Picture flow =
                view::flowPicture(model, index, model::Id<model::Variant>(variant.id), {}, measure);
            const std::string flowSvg = svgText(flow, options());
            CHECK(faultIn(flowSvg).empty());
            requireLabels(flow, flowSvg);
        });
    }
}

TEST_CASE("hostile words stay words") {
    const view::FixedTextMeasure measure;
    view::PictureBuilder builder(measure);
    const std::string evil = "</text><script>alert('1')</script>\x01 &x; \"onload=\"";
    builder.text("a", {0, 10}, evil, {13, 400}, {Role::ink});
    builder.box("b", {0, 0, 10, 10}, {Role::accent}).altText = evil;
    view::Picture picture = builder.finish();
    // A projection makes words visible; the writer must not rely on that.
    std::get<view::Label>(picture.shapes.front().form).lines = {evil};
    exchange::SvgOptions titled = options();
    titled.title = evil;
    titled.description = evil;
    const std::string svg = svgText(picture, titled);
    CHECK(faultIn(svg).empty());
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find('\x01') == std::string::npos);
}

TEST_CASE("there are no scripts, events, styles or references out of the file") {
    const view::FixedTextMeasure measure;
    const model::Model model = exampleModel("renovation-permit.flowspine");
    view::PageSetup setup;
    setup.stateOfPlan = *base::makeDate(2026, 11, 23);
    const std::string svg = svgText(view::stacked(view::roadmapPages(model, setup, measure)), options());
    for (const char* forbidden : {"<script", "<style", "<image", "<foreignObject", "<a ", " onload", " onclick",
                                  "@import", "url(", "href=\"http", "href=\"file", "javascript:"})
        CHECK(svg.find(forbidden) == std::string::npos);
    std::size_t at = 0;
    while ((at = svg.find("href=\"", at)) != std::string::npos) CHECK(svg[at += 6] == '#');
    CHECK(svg.find("xmlns=\"http://www.w3.org/2000/svg\"") != std::string::npos);
}

TEST_CASE("every symbol that is used is defined once, and an unknown icon is left out") {
    const view::FixedTextMeasure measure;
    view::PictureBuilder builder(measure);
    builder.symbol("a", {0, 0, 16, 16}, "lock-open", {Role::warn});
    builder.symbol("b", {20, 0, 16, 16}, "lock-open", {Role::bad});
    builder.symbol("c", {40, 0, 16, 16}, "no such icon", {Role::bad});
    const std::string svg = svgText(builder.finish(), options());
    const auto count = [&](std::string_view what) {
        std::size_t found = 0;
        for (std::size_t at = svg.find(what); at != std::string::npos; at = svg.find(what, at + 1)) ++found;
        return found;
    };
    CHECK(count("<symbol id=\"icon-lock-open\"") == 1);
    CHECK(count("<use href=\"#icon-lock-open\"") == 2);
    CHECK(count("<use ") == 2);
}

TEST_CASE("the same picture gives the same bytes") {
    const view::FixedTextMeasure measure;
    const model::Model model = exampleModel("first-passport.flowspine");
    view::PageSetup setup;
    setup.stateOfPlan = *base::makeDate(2026, 11, 23);
    const auto drawn = [&] { return svgText(view::stacked(view::roadmapPages(model, setup, measure)), options()); };
    CHECK(drawn() == drawn());
}

TEST_CASE("coordinates have at most two decimals and never an exponent") {
    const view::FixedTextMeasure measure;
    view::PictureBuilder builder(measure);
    builder.box("a", {1.0 / 3, -0.0001, 1e6, 2}, {Role::line});
    const std::string svg = svgText(builder.finish({0, 0, 10, 10}), {});
    CHECK(svg.find("x=\"0.33\" y=\"0\" width=\"1000000\" height=\"2\"") != std::string::npos);
}
