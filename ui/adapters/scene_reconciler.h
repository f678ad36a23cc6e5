// Makes a scene show a Picture: items are created, given new shapes or deleted by the (id, part) they stand for, and
// what stayed the same is not touched. The scene belongs to the reconciler: nothing else adds items to it.
#pragma once

#include "adapters/shape_item.h"

#include <QGraphicsScene>

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace flowspine::adapters {

class SceneReconciler {
  public:
    // Both outlive the reconciler.
    SceneReconciler(QGraphicsScene& scene, const render::Theme& theme);

    void setTheme(const render::Theme& theme);
    void show(const view::Picture& picture);
    // After shapes of the picture that is shown changed at these places, and nothing else: costs only what changed.
    void showChanged(const view::Picture& picture, const std::vector<std::size_t>& places);

    // Items of these entities are drawn faint; asked when an item is made and by refade().
    void setFade(std::function<bool(const base::AnyId&)> isFaded);
    void refade();

    // What the last show() did, in items.
    struct Work {
        int created = 0;
        int changed = 0;
        int restacked = 0;
        int deleted = 0;
        friend bool operator==(const Work&, const Work&) = default;
    };
    [[nodiscard]] const Work& lastWork() const { return m_work; }
    [[nodiscard]] std::size_t itemCount() const { return m_items.size(); }

  private:
    struct Key {
        base::AnyId id;
        std::string part;
        int copy = 0; // tells shapes apart that a picture named alike
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            return key.id.hash() ^ (std::hash<std::string>()(key.part) * 31U + static_cast<std::size_t>(key.copy));
        }
    };
    // Shapes of one entity that follow each other: one item.
    [[nodiscard]] static std::span<const view::Shape> runAt(const view::Picture& picture, std::size_t place);

    struct Entry {
        ShapeItem* item = nullptr;
        unsigned round = 0; // the show() that last had it
    };

    void stack(const std::vector<ShapeItem*>& order);

    QGraphicsScene& m_scene;
    const render::Theme* m_theme;
    std::function<bool(const base::AnyId&)> m_isFaded;
    std::unordered_map<Key, Entry, KeyHash> m_items;
    unsigned m_round = 0;
    Work m_work;
};

} // namespace flowspine::adapters
