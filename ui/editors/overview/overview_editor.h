// The overview: the line of sight of the whole plan, what covers what, and the operating model on one page. Read more
// than written: a thread is followed by the pointer or the selection, a click leads on, a broken thread can be mended.
#pragma once

#include "adapters/picture_editor.h"
#include "view/overview.h"

#include <array>

class QLabel;
class QToolButton;

namespace flowspine::editors {

class OverviewEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    enum class Page { sight, coverage, canvas };

    OverviewEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override { return {}; }
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }
    bool reveal(const model::AnyId& id) override;

    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    // Flows as they are to be, where they say so.
    void showFuture(bool isFuture);
    void showOnlyBroken(bool isOnly);
    // The thread that is drawn: of what lies under the pointer, else of what is selected.
    [[nodiscard]] std::optional<view::SightThread> shownThread() const;
    [[nodiscard]] const view::Overview& shown() const { return m_overview; }
    // What the line under the picture says about it.
    [[nodiscard]] QString threadLine() const { return m_threadWords; }

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override { return ~model::KindSet(0); }
    [[nodiscard]] bool showsSelection() const override { return false; }
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override { return {"sight", "show"}; }
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    [[nodiscard]] bool isRemovable(const model::AnyId& id) const override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;

    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeHeader();
    void makeThreadLine();
    void tellThread();
    QToolButton* headerButton(const QString& words, const QString& tip);
    void hover(const model::AnyId& id);
    void showElsewhere(const model::AnyId& id);
    void chooseFlow(const model::AnyId& outcome, QPoint globalPosition);
    void fillWithFlows(QMenu& menu, const model::AnyId& outcome);
    void addExperiment(const model::AnyId& constraint);
    void measureFlows();

    Page m_page = Page::sight;
    bool m_isFuture = false;
    bool m_isOnlyBroken = false;
    view::Overview m_overview; // its picture is the view's
    std::map<model::AnyId, view::SightFigures> m_figures;
    model::Model m_measured; // whose figures they are
    model::AnyId m_hovered;
    QWidget* m_threadBar = nullptr;
    QLabel* m_threadLine = nullptr;
    QString m_threadWords;
    QWidget* m_header;
    std::array<QToolButton*, 3> m_pageButtons{};
    QToolButton* m_futureButton = nullptr;
    QToolButton* m_brokenButton = nullptr;
};

} // namespace flowspine::editors
