#include "adapters/scene_reconciler.h"

#include "adapters/list_changes.h"

namespace flowspine::adapters {

namespace {

// New items have it until stack() gives them their place; items that stay have more.
constexpr double noPlace = -1;
// Places between two neighbours run out after some forty insertions at one spot; then all are counted anew.
constexpr double smallestGap = 1e-9;

} // namespace

SceneReconciler::SceneReconciler(QGraphicsScene& scene, const render::Theme& theme) : m_scene(scene), m_theme(&theme) {}

void SceneReconciler::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    m_scene.update();
}

void SceneReconciler::setFade(std::function<bool(const base::AnyId&)> isFaded) {
    m_isFaded = std::move(isFaded);
    refade();
}

void SceneReconciler::refade() {
    for (const auto& [key, entry] : m_items) entry.item->setFaded(m_isFaded && m_isFaded(key.id));
}

void SceneReconciler::show(const view::Picture& picture) {
    ++m_round;
    m_work = {};
    std::vector<ShapeItem*> order;
    const std::span<const view::Shape> shapes(picture.shapes);
    for (std::size_t first = 0; first < shapes.size();) {
        std::size_t end = first + 1;
        if (shapes[first].id)
            while (end < shapes.size() && shapes[end].id == shapes[first].id) ++end;
        const std::span<const view::Shape> run = shapes.subspan(first, end - first);
        first = end;

        Key key{run.front().id, run.front().part, 0};
        Entry* entry = &m_items[key];
        while (entry->item && entry->round == m_round) {
            ++key.copy;
            entry = &m_items[key];
        }
        entry->round = m_round;
        if (!entry->item) {
            entry->item = new ShapeItem(&m_theme, run);
            entry->item->setZValue(noPlace);
            entry->item->setFaded(m_isFaded && m_isFaded(key.id));
            m_scene.addItem(entry->item); // the scene owns it
            ++m_work.created;
        } else if (entry->item->setShapes(run)) {
            ++m_work.changed;
        }
        order.push_back(entry->item);
    }

    for (auto at = m_items.begin(); at != m_items.end();) {
        if (at->second.round == m_round) {
            ++at;
            continue;
        }
        m_scene.removeItem(at->second.item);
        delete at->second.item;
        at = m_items.erase(at);
        ++m_work.deleted;
    }
    stack(order);
}

std::span<const view::Shape> SceneReconciler::runAt(const view::Picture& picture, std::size_t place) {
    const std::vector<view::Shape>& shapes = picture.shapes;
    std::size_t first = place;
    std::size_t end = place + 1;
    if (const base::AnyId& id = shapes[place].id) {
        while (first > 0 && shapes[first - 1].id == id) --first;
        while (end < shapes.size() && shapes[end].id == id) ++end;
    }
    return std::span(shapes).subspan(first, end - first);
}

void SceneReconciler::showChanged(const view::Picture& picture, const std::vector<std::size_t>& places) {
    m_work = {};
    for (const std::size_t place : places) {
        const std::span<const view::Shape> run = runAt(picture, place);
        const auto entry = m_items.find(Key{run.front().id, run.front().part, 0});
        // Which of several items named alike it is, only a whole pass can tell.
        if (entry == m_items.end() || m_items.contains(Key{run.front().id, run.front().part, 1})) return show(picture);
        if (entry->second.item->setShapes(run)) ++m_work.changed;
    }
}

void SceneReconciler::stack(const std::vector<ShapeItem*>& order) {
    std::vector<double> places;
    places.reserve(order.size());
    for (const ShapeItem* item : order) places.push_back(item->zValue());
    const std::vector<bool> stays = longestIncreasing(places);

    const auto restack = [this](ShapeItem* item, double place) {
        if (item->zValue() != noPlace) ++m_work.restacked;
        item->setZValue(place);
    };
    double below = 0;
    for (std::size_t first = 0; first < order.size();) {
        if (stays[first]) {
            below = places[first++];
            continue;
        }
        std::size_t end = first;
        while (end < order.size() && !stays[end]) ++end;
        const double count = static_cast<double>(end - first);
        const double gap = end < order.size() ? (places[end] - below) / (count + 1) : 1;
        if (gap < smallestGap * std::max(1.0, below)) {
            for (std::size_t i = 0; i < order.size(); ++i) restack(order[i], static_cast<double>(i + 1));
            return;
        }
        for (; first < end; ++first) {
            below += gap;
            restack(order[first], below);
        }
    }
}

} // namespace flowspine::adapters
