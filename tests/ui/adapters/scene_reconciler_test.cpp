#include "adapters/scene_reconciler.h"

#include <catch2/catch.hpp>

#include <random>

using namespace flowspine;
using adapters::SceneReconciler;
using adapters::ShapeItem;
using view::Picture;
using view::Shape;

namespace {

Shape box(int entity, const std::string& part, double x, double width = 10) {
    Shape shape;
    if (entity > 0) shape.id = base::AnyId("step-" + std::to_string(entity));
    shape.part = part;
    shape.form = view::Box{{x, 0, width, 10}, view::Outline::rectangle, 0, {view::Role::paper}, {}};
    return shape;
}

Picture pictureOf(std::vector<Shape> shapes) {
    Picture picture;
    picture.shapes = std::move(shapes);
    picture.bounds = {0, 0, 1000, 1000};
    return picture;
}

// The shapes of the scene from the bottom to the top.
std::vector<Shape> drawn(const QGraphicsScene& scene) {
    std::vector<Shape> shapes;
    for (const QGraphicsItem* item : scene.items(Qt::AscendingOrder))
        for (const Shape& shape : static_cast<const ShapeItem*>(item)->shapes()) shapes.push_back(shape);
    return shapes;
}

struct Stage {
    render::Theme theme{render::ThemeKind::light};
    QGraphicsScene scene;
    SceneReconciler reconciler{scene, theme};
};

} // namespace

TEST_CASE("the scene draws any picture's shapes in its order, whatever it drew before") {
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Stage stage;
    for (int round = 0; round < 300; ++round) {
        std::vector<Shape> shapes;
        for (int i = 0; i < 12; ++i)
            if (random() % 4 != 0) shapes.push_back(box(i, "box", static_cast<double>(random() % 3) * 20));
        std::shuffle(shapes.begin(), shapes.end(), random);
        const Picture picture = pictureOf(shapes);
        stage.reconciler.show(picture);
        REQUIRE(drawn(stage.scene) == picture.shapes);
    }
}

TEST_CASE("the same picture again touches nothing, and a moved box changes one item") {
    Stage stage;
    Picture picture = pictureOf({box(0, "grid", 0), box(1, "box", 0), box(1, "name", 2), box(2, "box", 50)});
    stage.reconciler.show(picture);
    CHECK(stage.reconciler.lastWork() == SceneReconciler::Work{3, 0, 0, 0});
    stage.reconciler.show(picture);
    CHECK(stage.reconciler.lastWork() == SceneReconciler::Work{});
    picture.shapes[3] = box(2, "box", 80);
    stage.reconciler.show(picture);
    CHECK(stage.reconciler.lastWork() == SceneReconciler::Work{0, 1, 0, 0});
    picture.shapes.pop_back();
    stage.reconciler.show(picture);
    CHECK(stage.reconciler.lastWork() == SceneReconciler::Work{0, 0, 0, 1});
}

TEST_CASE("something new in the middle leaves the places of all others alone") {
    Stage stage;
    std::vector<Shape> shapes;
    for (int i = 1; i <= 100; ++i) shapes.push_back(box(i, "box", i));
    stage.reconciler.show(pictureOf(shapes));
    for (int i = 0; i < 60; ++i) {
        shapes.insert(shapes.begin() + 50, box(1000 + i, "box", 3));
        stage.reconciler.show(pictureOf(shapes));
        REQUIRE(drawn(stage.scene) == shapes);
        CHECK(stage.reconciler.lastWork().created == 1);
        CHECK(stage.reconciler.lastWork().changed == 0);
    }
}

TEST_CASE("shapes that a picture named alike are all drawn") {
    Stage stage;
    const Picture picture =
        pictureOf({box(0, "grid", 0), box(0, "grid", 20), box(1, "box", 0), box(2, "box", 0), box(1, "box", 40)});
    stage.reconciler.show(picture);
    CHECK(drawn(stage.scene) == picture.shapes);
}

TEST_CASE("shapes that changed where they stand are brought to the screen alone") {
    Stage stage;
    Picture picture = pictureOf({box(0, "grid", 0), box(1, "box", 0), box(1, "name", 2), box(2, "box", 50),
                                 box(1, "badge", 9), box(3, "box", 70), box(2, "box", 90)});
    stage.reconciler.show(picture);
    for (const std::size_t place : {0, 1, 2, 4, 5}) {
        picture.shapes[place].tip = "another " + std::to_string(place);
        stage.reconciler.showChanged(picture, {place});
        CHECK(stage.reconciler.lastWork() == SceneReconciler::Work{0, 1, 0, 0});
        REQUIRE(drawn(stage.scene) == picture.shapes);
    }
    // Two are named alike.
    picture.shapes[6].tip = "the other one";
    stage.reconciler.showChanged(picture, {6});
    CHECK(drawn(stage.scene) == picture.shapes);
}
