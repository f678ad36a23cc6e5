#include "adapters/picture_accessible.h"

#include "adapters/picture_view.h"
#include "adapters/plain_text.h"

#include <QAccessibleWidget>

namespace flowspine::adapters {

namespace {

// One entity of the picture. Found anew by its id each time, since the picture changes under it.
class PictureChild final : public QAccessibleInterface {
  public:
    PictureChild(PictureView* view, base::AnyId id) : m_view(view), m_id(id) {}

    [[nodiscard]] const base::AnyId& id() const { return m_id; }
    [[nodiscard]] bool isValid() const override { return m_view && shape(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const view::Shape* found = m_view ? shape() : nullptr;
        if (!found) return {};
        if (kind == QAccessible::Description) return m_view->markTip(m_id);
        return kind == QAccessible::Name ? toQt(found->altText) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        const view::Shape* found = m_view ? shape() : nullptr;
        if (!found) return {};
        const QRect inView = m_view->viewRect(view::boundsOf(found->form));
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }

  private:
    [[nodiscard]] const view::Shape* shape() const {
        for (const view::Shape& each : m_view->picture().shapes)
            if (each.id == m_id && !each.altText.empty()) return &each;
        return nullptr;
    }

    QPointer<PictureView> m_view;
    base::AnyId m_id;
};

class PictureAccessible final : public QAccessibleWidget {
  public:
    explicit PictureAccessible(PictureView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~PictureAccessible() override {
        for (const auto& [id, child] : m_children) QAccessible::deleteAccessibleInterface(child);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(ids().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        const std::vector<base::AnyId> all = ids();
        if (index < 0 || static_cast<std::size_t>(index) >= all.size()) return nullptr;
        const base::AnyId& id = all[static_cast<std::size_t>(index)];
        const auto known = m_children.find(id);
        if (known != m_children.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new PictureChild(m_view, id); // Qt's registry owns it
        m_children.emplace(id, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        const std::vector<base::AnyId> all = ids();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto known = m_children.find(all[i]);
            if (known != m_children.end() && QAccessible::accessibleInterface(known->second) == child)
                return static_cast<int>(i);
        }
        return -1;
    }

  private:
    [[nodiscard]] std::vector<base::AnyId> ids() const {
        std::vector<base::AnyId> found;
        for (const view::Shape& shape : m_view->picture().shapes)
            if (shape.id && !shape.altText.empty()) found.push_back(shape.id);
        return found;
    }

    PictureView* m_view;
    mutable std::unordered_map<base::AnyId, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<PictureView*>(object);
    return view ? new PictureAccessible(view) : nullptr; // Qt's cache owns it
}

} // namespace

void registerPictureAccessible() {
    static const bool isDone = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    (void)isDone;
}

} // namespace flowspine::adapters
