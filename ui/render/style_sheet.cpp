// The style sheet of the widgets around the pictures: sizes and colour roles of the shell.
#include "render/theme.h"

#include <QRegularExpression>

#include <array>

namespace flowspine::render {

namespace {

// @role stands for a colour of the theme, @role-N for N percent of it on paper. Hairlines are 1 px, corners 6 px.
constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @ground; }
QToolTip { background: @ink; color: @paper; border: 0; padding: 4px 8px; font-size: 11px; }

QMenuBar { background: @paper; padding: 2px 4px; border: 0; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @ink-6; }
QMenu { background: @paper; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 28px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: @accent-10; color: @ink; }
QMenu::item:disabled { color: @muted-55; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

#toolBar, #questionHeader, #inspector, #dockBar, #startColumn { background: @paper; }
#toolBar, #questionHeader, #inspectorHead, #banner, #promptLine { border-bottom: 1px solid @line; }
#promptLine { background: @paper; }
#promptLine QLabel, #questionHeader QLabel[tone="muted"] { color: @muted; }
#inspector { border-left: 1px solid @line; }
#dockBar, #statusBar, #dockPanel { border-top: 1px solid @line; }
#dockPanel { background: @paper; }
#statusBar, #rail { background: @ground; }
#rail { border-right: 1px solid @line; }
#startColumn { border-right: 1px solid @line; }
#statusBar QLabel { color: @muted; font-size: 11px; }

QLabel[tone="muted"] { color: @muted; }
QLabel[tone="bad"] { color: @bad; }
QLabel[scale="small"] { font-size: 11px; }
QLabel[scale="heading"] { font-size: 16px; font-weight: 600; }
QLabel[scale="title"] { font-size: 22px; font-weight: 600; }
QLabel[weight="strong"] { font-weight: 600; }

QPushButton, QToolButton#menuButton {
  background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 0 12px; min-height: 26px;
  font-weight: 500; }
QPushButton:hover, QToolButton#menuButton:hover { background: @ink-5; }
QPushButton:pressed, QToolButton#menuButton:pressed { background: @ink-10; }
QPushButton:focus, QToolButton#menuButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton#menuButton:disabled { color: @muted-55; }
QPushButton:default, QPushButton[tone="primary"] { background: @accent; border-color: @accent; color: @onaccent; }
QPushButton:default:hover, QPushButton[tone="primary"]:hover { background: @accent-88; }
QPushButton[scale="small"] { min-height: 22px; padding: 0 8px; font-size: 11px; }
QPushButton[tone="flat"] { border-color: transparent; background: transparent; padding: 0 8px; }
QPushButton[tone="flat"]:hover { background: @ink-5; }
QPushButton[tone="flat"]:focus { border-color: @accent; }
QPushButton[tone="link"] { border-color: transparent; background: transparent; padding: 0 2px; color: @accent; text-align: left; }
QPushButton[tone="link"]:focus { border-color: @accent; }
QToolButton#menuButton { padding: 0 32px 0 8px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
#questionHeader QToolButton { background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 0 10px;
  min-height: 26px; font-weight: 500; }
#questionHeader QToolButton:hover { background: @ink-5; }
#questionHeader QToolButton:checked { background: @accent-8; color: @accent; }
#questionHeader QToolButton:focus { border-color: @accent; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 14px; min-height: 20px; border: 0;
  border-top: 3px solid transparent; font-weight: 500; }
QTabBar::tab:hover { background: @ink-5; }
QTabBar::tab:selected { background: @paper; color: @ink; border-top-color: @accent; }
QToolButton#flat { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0;
  min-width: 26px; min-height: 26px; }
QToolButton#flat:hover { background: @ink-6; }
QToolButton#flat:checked { background: @accent-10; color: @accent; }
QToolButton#flat:focus { border-color: @accent; }
QToolButton#tab { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0 8px;
  min-height: 22px; color: @muted; font-weight: 500; }
QToolButton#tab:hover { background: @ink-6; }
QToolButton#tab:checked { color: @accent; background: @accent-10; }
QToolButton#tab:focus { border-color: @accent; }
QToolButton#segment { background: @paper; border: 1px solid @line; padding: 0 12px; min-height: 26px; color: @muted;
  font-weight: 500; margin-left: -1px; }
QToolButton#segment:checked { background: @accent-8; color: @accent; }
QToolButton#segment:hover:!checked { background: @ink-5; }
QToolButton#segment[place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; margin-left: 0; }
QToolButton#segment[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }

QLineEdit, QPlainTextEdit {
  background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 0 7px; min-height: 26px;
  selection-background-color: @accent; selection-color: @onaccent; }
QPlainTextEdit { padding: 2px 3px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @muted-55; background: @ground; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"] { border-color: @bad; }
QLineEdit#search { background: @ground; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @line; padding: 2px; outline: 0; }

QListView, QTreeView, QTableView { background: @paper; border: 0; outline: 0; alternate-background-color: @ground;
  selection-background-color: @accent-10; selection-color: @ink; }
QListView::item, QTreeView::item { padding: 3px 8px; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: @ink-5; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @accent-10; color: @ink; }
QHeaderView { background: @paper; border: 0; }
QHeaderView::section { background: @paper; color: @muted; border: 0; border-bottom: 1px solid @line;
  border-right: 1px solid @line; padding: 4px 8px; font-size: 11px; font-weight: 600; }
QTableView { gridline-color: @line; }
QTableCornerButton::section { background: @paper; border: 0; }

QScrollArea, QGraphicsView { border: 0; background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @muted-35; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted-60; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

#separator { background: @line; }
#sectionHead { border: 0; background: transparent; padding: 0; font-size: 11px; font-weight: 600; color: @muted; }
#sectionHead:hover, #sectionHead:focus { color: @ink; }
#chipIcon { border: 0; background: transparent; padding: 0; }
#headTitle QLineEdit { border-color: transparent; background: transparent; min-height: 22px; padding: 0 3px;
  margin-left: -4px; font-weight: 600; }
#headTitle QLineEdit:hover { border-color: @line; }
#headTitle QLineEdit:focus { border-color: @accent; background: @paper; }
QPushButton[scale="line"] { min-height: 14px; padding: 0; font-size: 11px; border: 0; font-weight: 400; }
#statusBar QLabel[tone="strong"] { color: @ink; }
#banner[tone="bad"] { background: @bad-7; }
#banner[tone="warn"] { background: @warn-9; }
#banner[tone="info"] { background: @accent-8; }
#section { border-bottom: 1px solid @line; }
#chip { background: @paper; border: 1px solid @line; border-radius: 6px; }
#chip QLabel { font-size: 11px; }
#chip[hovered="true"] { border-color: @ink-45; }
#chip:focus { border-color: @accent; }
#palette { background: @paper; border: 1px solid @line; border-radius: 6px; }
#emptyHint { color: @muted; }
)";

struct NamedRole {
    QStringView name;
    view::Role role;
};
constexpr std::array<NamedRole, 10> namedRoles = {{
    {u"ink", view::Role::ink},
    {u"muted", view::Role::muted},
    {u"paper", view::Role::paper},
    {u"ground", view::Role::ground},
    {u"line", view::Role::line},
    {u"accent", view::Role::accent},
    {u"handoff", view::Role::handoff},
    {u"good", view::Role::good},
    {u"warn", view::Role::warn},
    {u"bad", view::Role::bad},
}};

QString colorNamed(const Theme& theme, QStringView name, QStringView percent)
{
    if (name == u"onaccent")
        return theme.onAccent().name();
    for (const NamedRole& each : namedRoles) {
        if (each.name != name)
            continue;
        const int share = percent.isEmpty() ? 100 : percent.toInt();
        return theme.color(view::Paint{each.role, static_cast<std::uint8_t>(share)}).name();
    }
    qFatal("The style sheet names no colour of the theme: %s", qUtf8Printable(name.toString()));
}

} // namespace

QString Theme::styleSheet() const
{
    static const QRegularExpression token(QStringLiteral("@([a-z]+)(?:-([0-9]+))?"));
    const QString text = QString::fromLatin1(sheet);
    QString result;
    qsizetype copied = 0;
    QRegularExpressionMatchIterator matches = token.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(copied, match.capturedStart() - copied);
        result += colorNamed(*this, match.capturedView(1), match.capturedView(2));
        copied = match.capturedEnd();
    }
    result += QStringView(text).mid(copied);
    return result;
}

} // namespace flowspine::render
