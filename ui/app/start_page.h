// What stands in the window while no plan is open: templates, opening, recent files, and the examples as pictures.
#pragma once

#include "app/recent_files.h"
#include "app/start_row.h"
#include "render/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>

#include <utility>
#include <vector>

namespace flowspine::app {

class StartPage final : public QWidget {
    Q_OBJECT

  public:
    // `recent` outlives the page. What stands on the page is made when it is first shown.
    StartPage(RecentFiles& recent, const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);

  signals:
    void templateChosen(const QString& resourcePath);
    void exampleChosen(const QString& resourcePath);
    void fileChosen(const QString& path);
    void openAsked();

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void layOut();
    [[nodiscard]] QScrollArea* makeLeft();
    void fitLeft();
    void listRecent();
    void makeExamples();

    RecentFiles& m_recent;
    const render::Theme* m_theme;
    QScrollArea* m_left = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
    QWidget* m_examples = nullptr;
    std::vector<std::pair<StartRow*, QString>> m_templateRows; // and the plans to draw on them
    bool m_hasExamples = false;
};

} // namespace flowspine::app
