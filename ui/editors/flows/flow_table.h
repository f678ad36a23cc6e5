// The steps of a variant as a table: edited in place, pasted from spreadsheets with a preview, copied out as text.
#pragma once

#include "adapters/row_model.h"
#include "edit/flow_table_edit.h"
#include "editors/flows/flow_table_text.h"
#include "model/model.h"
#include "render/theme.h"
#include "session/document_session.h"
#include "session/gesture.h"

#include <QTableView>
#include <QWidget>

#include <array>
#include <memory>
#include <unordered_map>

class QLabel;
class QPushButton;

namespace flowspine::editors {

class FlowTableHeader;

struct StepRow {
    model::AnyId id;
    std::array<QString, 9> cells; // in the order of the columns
    QColor tint;                  // of the lane
    bool hasOneOwner = true;
    enum class State { plain, added, changed } state = State::plain; // in the preview of a paste
    QString problem;                                                 // of a pasted row
    friend bool operator==(const StepRow&, const StepRow&) = default;
};

class FlowTable final : public QWidget {
    Q_OBJECT

  public:
    // Both outlive the table.
    FlowTable(session::DocumentSession& session, const render::Theme& theme, QWidget* parent);
    ~FlowTable() override;

    void setTheme(const render::Theme& theme);
    void show(const model::Id<model::Variant>& variant);
    using QWidget::show;

    // Shows what the rows would make; nothing is in the plan until apply(), and whatever else happens first drops it.
    bool paste(const QString& text);
    void apply();
    void cancel();
    // Takes a column of the table from another pasted column; none: from nowhere.
    void takeFrom(edit::FlowTableColumn column, std::optional<std::size_t> pasted);
    // Makes the roles that pasted cells name and the plan does not have, as part of the paste.
    void addUnknownRoles();
    // What the paste adds: steps, links and teams.
    [[nodiscard]] const std::vector<model::AnyId>& proposed() const { return m_proposed; }
    [[nodiscard]] FlowTableHeader& header() { return *m_header; }
    [[nodiscard]] QPushButton& addRolesButton() { return *m_addRoles; }
    [[nodiscard]] bool isPreviewing() const { return m_preview && m_preview->isRunning(); }
    // The selected rows, or all, with headings.
    [[nodiscard]] QString copiedText() const;

    [[nodiscard]] QTableView& view() { return *m_view; }
    [[nodiscard]] QString pasteWords() const;
    [[nodiscard]] QString said() const;

  signals:
    void leaveAsked();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void tintBar();
    [[nodiscard]] std::vector<adapters::RowColumn<StepRow>> columns();
    [[nodiscard]] std::vector<StepRow> rows() const;
    [[nodiscard]] QString nextText(const model::Step& step) const;
    [[nodiscard]] QStringList suggestions(int column) const;
    bool write(const StepRow& row, edit::FlowTableColumn column, const QString& text);
    void refresh();
    void followSelection();
    void tellSelection();
    void say(const QString& words);
    void showPreview();
    void forgetPreview();
    void showBar(const edit::FlowTableResult& result, std::size_t rowCount, const QStringList& unknownHeadings);
    [[nodiscard]] QString effectOf(const model::Model& pasted) const;
    void askColumn(int section);

    session::DocumentSession& m_session;
    const render::Theme* m_theme;
    model::Id<model::Variant> m_variant;
    adapters::RowModel<StepRow>* m_rows;
    QTableView* m_view;
    FlowTableHeader* m_header;
    QWidget* m_bar;
    QLabel* m_words;
    QLabel* m_problems;
    QLabel* m_effect;
    QPushButton* m_addRoles;
    QLabel* m_said;
    QString m_pasted; // the text
    std::vector<PastedColumn> m_columns;
    std::optional<ColumnMeanings> m_meanings; // chosen by people
    std::vector<std::string> m_unknownRoles;
    std::vector<std::string> m_newRoles;
    std::vector<model::AnyId> m_proposed;
    model::AnyId m_after; // the step that was selected
    std::unique_ptr<session::Gesture> m_preview;
    std::unordered_map<model::AnyId, StepRow::State> m_states;
    std::unordered_map<model::AnyId, QString> m_rowProblems;
    bool m_isFollowing = false;
};

} // namespace flowspine::editors
