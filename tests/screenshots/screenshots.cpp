// Draws the window into a PNG file without a screen: for the pictures of the README and the guide, and to look at.
//   flowspine_screenshots OUT.png [--plan FILE] [--editor N] [--dark] [--size WxH] [--select ID] [--history]
//   [--findings] [--rules] [--area N] [--words WORDS] [--accept RULE] [--today DATE] [--impact] [--command WORDS]
//   [--keys KEYS]
// WORDS of a command are those in any menu: "Decision rights", "Owner: Lead, Planning".
// KEYS are key sequences pressed in the editor, one after another: "Ctrl+T,C".
#include "app/editors.h"
#include "app/flowspine_style.h"
#include "app/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QFile>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <cstdlib>

using namespace flowspine;

namespace {

// There is nobody to ask.
class NoDialogs final : public app::Dialogs {
  public:
    [[nodiscard]] QString fileToOpen(QWidget* /*parent*/, const QString& /*folder*/) override { return {}; }
    [[nodiscard]] QString fileToSave(QWidget* /*parent*/, const QString& /*suggestion*/,
                                     const QString& /*filters*/) override {
        return {};
    }
    [[nodiscard]] Unsaved unsavedChanges(QWidget* /*parent*/, const QString& /*name*/) override {
        return Unsaved::discard;
    }
    [[nodiscard]] bool mayRemove(QWidget* /*parent*/, const adapters::RemovalQuestion& /*question*/) override {
        return true;
    }
};

std::unique_ptr<base::Clock> clockFor(const QString& text) {
    const std::optional<base::Date> date = base::parseDate(text.toStdString());
    if (date) return std::make_unique<base::FixedClock>(*date);
    return std::make_unique<base::SystemClock>();
}

QSize sizeFrom(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

// The first one of a rule; nullptr when there is none.
const analysis::Finding* findingOf(app::MainWindow& window, const QString& rule) {
    for (const panels::FindingRow& row : window.findings().rows())
        if (row.finding && row.finding->ruleId == rule.toStdString()) return &*row.finding;
    return nullptr;
}

// Pressed one after another wherever the focus is, first on the canvas of the editor.
void pressKeys(QWidget& window, const QString& sequences, const QString& clipboardFile) {
    if (sequences.isEmpty()) return;
    if (QFile file(clipboardFile); !clipboardFile.isEmpty() && file.open(QIODevice::ReadOnly))
        QApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
    for (int i = 0; i < 10; ++i) QApplication::processEvents();
    QApplication::setActiveWindow(&window);
    for (QGraphicsView* view : window.findChildren<QGraphicsView*>())
        if (view->isVisible()) view->setFocus();
    for (const QString& each : sequences.split(u',')) {
        const QKeyCombination combination = QKeySequence(each)[0];
        QWidget* target = QApplication::focusWidget();
        if (!target) return;
        const QString text =
            combination.keyboardModifiers() == Qt::NoModifier && each.size() == 1 ? each.toLower() : QString();
        QKeyEvent press(QEvent::KeyPress, combination.key(), combination.keyboardModifiers(), text);
        QApplication::sendEvent(target, &press);
        for (int i = 0; i < 10; ++i) QApplication::processEvents();
    }
}

} // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home; // no settings or recent files of whoever runs this
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Flowspine"));
    QApplication::setApplicationName(QStringLiteral("Flowspine"));
    app::FlowspineStyle::install();

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("The PNG file to write."));
    const QCommandLineOption plan(QStringLiteral("plan"), QStringLiteral("The plan to open."), QStringLiteral("file"));
    const QCommandLineOption editor(QStringLiteral("editor"), QStringLiteral("1 to 5."), QStringLiteral("number"),
                                    QStringLiteral("1"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Dark colours."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window."), QStringLiteral("WxH"),
                                  QStringLiteral("1920x1080"));
    const QCommandLineOption select(QStringLiteral("select"), QStringLiteral("An entity."), QStringLiteral("id"));
    const QCommandLineOption history(QStringLiteral("history"), QStringLiteral("Unfold the history."));
    const QCommandLineOption findings(QStringLiteral("findings"), QStringLiteral("Unfold the findings."));
    const QCommandLineOption rules(QStringLiteral("rules"), QStringLiteral("Unfold the rules."));
    const QCommandLineOption area(QStringLiteral("area"), QStringLiteral("Choose a score, 1 to 4."),
                                  QStringLiteral("number"));
    const QCommandLineOption words(QStringLiteral("words"), QStringLiteral("Filter the findings."),
                                   QStringLiteral("words"));
    const QCommandLineOption accept(QStringLiteral("accept"), QStringLiteral("Ask why a finding is accepted."),
                                    QStringLiteral("rule"));
    const QCommandLineOption today(QStringLiteral("today"), QStringLiteral("The day that counts as today."),
                                   QStringLiteral("date"));
    const QCommandLineOption impact(QStringLiteral("impact"), QStringLiteral("Unfold the impact, and light it."));
    const QCommandLineOption command(QStringLiteral("command"), QStringLiteral("A command to give."),
                                     QStringLiteral("words"));
    const QCommandLineOption keys(QStringLiteral("keys"), QStringLiteral("Pressed in the editor."),
                                  QStringLiteral("sequences"));
    const QCommandLineOption clipboard(QStringLiteral("clipboard"), QStringLiteral("A file to have on the clipboard."),
                                       QStringLiteral("file"));
    parser.addOptions({plan, editor, dark, size, select, history, findings, rules, area, words, accept, today, impact,
                       command, keys, clipboard});
    parser.process(application);
    const QSize wanted = sizeFrom(parser.value(size));
    if (parser.positionalArguments().size() != 1 || wanted.isEmpty()) parser.showHelp(EXIT_FAILURE);

    app::MainWindow window({base::makeRandomIdGenerator(), clockFor(parser.value(today)), std::make_unique<NoDialogs>(),
                            app::editorPlans()});
    if (parser.isSet(dark)) window.setTheme(render::ThemeKind::dark);
    window.resize(wanted);
    if (parser.isSet(plan)) {
        window.files().open(parser.value(plan));
        window.showEditor(parser.value(editor).toInt() - 1);
        if (parser.isSet(select)) {
            window.goTo(model::AnyId(parser.value(select).toStdString()));
            if (parser.isSet(editor)) window.showEditor(parser.value(editor).toInt() - 1);
        }
        if (parser.isSet(history)) window.dockBar().showPanel(1);
        if (parser.isSet(findings) || parser.isSet(rules)) window.dockBar().showPanel(0);
        window.findings().rulesButton().setChecked(parser.isSet(rules));
        if (parser.isSet(impact)) {
            window.dockBar().showPanel(2);
            window.impact().lightButton().setChecked(true);
        }
        window.highlightMenu().fill();
        for (QAction* action : window.findChildren<QAction*>())
            if (action->iconText() == parser.value(command)) {
                action->trigger();
                break;
            }
    }
    window.show();
    window.health().settle();
    if (parser.isSet(area))
        window.findings().scores().choose(static_cast<analysis::Area>(parser.value(area).toInt() - 1));
    window.findings().wordsField().setText(parser.value(words));
    if (const analysis::Finding* const finding = findingOf(window, parser.value(accept)))
        window.findings().askException(*finding);
    pressKeys(window, parser.value(keys), parser.value(clipboard));
    // Layouts and the first paint settle over a few turns; a flash over what was revealed takes longer.
    for (int i = 0; i < 10; ++i) QApplication::processEvents();
    QEventLoop wait;
    QTimer::singleShot(parser.isSet(select) ? 1500 : 100, &wait, &QEventLoop::quit);
    wait.exec();

    const QString out = parser.positionalArguments().first();
    if (!window.grab().save(out)) {
        qCritical("Cannot write %s", qUtf8Printable(out));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
