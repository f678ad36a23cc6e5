// What floats over the canvas: the handoff map and the overview map.
#include "adapters/overlay_shapes.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "view/flow_picture.h"

#include <QScrollBar>

#include <charconv>
#include <cmath>

namespace flowspine::editors {

using model::AnyId;

namespace {

constexpr int fromCorner = 12;
constexpr int gripHeight = 30; // of the handoff map: its title
constexpr double overviewWidth = 208;
constexpr double overviewHeight = 120;
constexpr double smallestFit = 0.88; // names of 11 px still read well
constexpr double worthAMap = 1.1;    // times what is seen

std::optional<std::pair<std::size_t, std::size_t>> pairOf(const std::string& key) {
    std::pair<std::size_t, std::size_t> pair;
    const char* end = key.data() + key.size();
    const auto first = std::from_chars(key.data(), end, pair.first);
    if (first.ec != std::errc() || first.ptr == end) return std::nullopt;
    if (std::from_chars(first.ptr + 1, end, pair.second).ec != std::errc()) return std::nullopt;
    return pair;
}

} // namespace

// The corner of the canvas where the fewest steps and lane names would be covered, the later ones of `corners` only
// when better.
QPoint FlowsEditor::emptiestCorner(QSize size, std::initializer_list<Qt::Corner> corners, const QRect& taken) const {
    const QRect port = canvas().viewport()->geometry().translated(canvas().pos());
    QPoint best;
    int fewest = -1;
    for (const Qt::Corner corner : corners) {
        const bool isLeft = corner == Qt::TopLeftCorner || corner == Qt::BottomLeftCorner;
        const bool isTop = corner == Qt::TopLeftCorner || corner == Qt::TopRightCorner;
        const QPoint at(isLeft ? port.left() + fromCorner : port.right() - size.width() - fromCorner,
                        isTop ? port.top() + fromCorner + 28 : port.bottom() - size.height() - fromCorner);
        const QRect place(at, size);
        int covered = place.intersects(taken) ? 1000 : 0;
        for (const view::HitArea& area : picture().areas)
            if ((area.role == "step" || area.role == "lane") &&
                canvas().viewRect(area.rect).translated(port.topLeft()).intersects(place))
                ++covered;
        if (fewest >= 0 && covered >= fewest) continue;
        fewest = covered;
        best = at;
    }
    return best;
}

void FlowsEditor::connectMaps() {
    for (PictureBand* band : {m_handoffMap, m_overview}) band->hide();
    m_handoffMap->setGrip(gripHeight);
    m_handoffMap->setAccessibleName(tr("Handoff map"));
    m_overview->setAccessibleName(tr("Map of the flow"));
    connect(&m_bar->handoffMap(), &QToolButton::toggled, this, [this] {
        m_handoffMap->forgetPlace();
        m_keptPair.clear();
        m_pairLinks.clear();
        showMaps();
        refreshOverlay();
    });
    connect(m_handoffMap, &PictureBand::hovered, this,
            [this](const std::optional<view::HitArea>& area) { pointAtPair(area ? area->key : m_keptPair); });
    connect(m_handoffMap, &PictureBand::pressed, this, [this](const view::HitArea& area, Qt::KeyboardModifiers) {
        m_keptPair = m_keptPair == area.key ? std::string() : area.key;
        pointAtPair(area.key);
        m_handoffMap->setOverlay(m_keptPair.empty() ? std::vector<view::Shape>()
                                                    : std::vector<view::Shape>{adapters::ring(area.rect)});
    });
    connect(m_overview, &PictureBand::dragged, this, [this](view::Point point) {
        const QSizeF seen = QSizeF(canvas().viewport()->size()) / canvas().zoom();
        canvas().reveal(
            {point.x - seen.width() / 2 + 1, point.y - seen.height() / 2 + 1, seen.width() - 2, seen.height() - 2});
    });
    connect(&canvas(), &adapters::PictureView::moved, this, &FlowsEditor::frameOverview);
}

void FlowsEditor::pointAtPair(const std::string& key) {
    m_pairLinks.clear();
    if (const auto pair = pairOf(key))
        if (const auto found = m_pairs.links.find(*pair); found != m_pairs.links.end()) m_pairLinks = found->second;
    refreshOverlay();
}

void FlowsEditor::addPairLinks(std::vector<view::Shape>& shapes) const {
    for (const view::Shape& shape : picture().shapes) {
        const auto* line = std::get_if<view::Line>(&shape.form);
        if (!line || std::find(m_pairLinks.begin(), m_pairLinks.end(), shape.id) == m_pairLinks.end()) continue;
        view::Line marked = *line;
        marked.stroke = {{view::Role::handoff}, 3, line->stroke.dash};
        view::Shape above;
        above.part = "pair link";
        above.form = std::move(marked);
        shapes.push_back(std::move(above));
    }
}

void FlowsEditor::showMaps() {
    const bool isCanvasShown = variant() && m_bar->shown() != FlowBar::Show::table;
    const bool isMapShown = isCanvasShown && m_bar->handoffMap().isChecked();
    m_handoffMap->setVisible(isMapShown);
    if (isMapShown) {
        m_pairs = handoffPairs(live(), m_variant);
        m_handoffMap->show(view::handoffMap(m_pairs.counts, measure()));
        m_handoffMap->resize(m_handoffMap->sizeHint());
        const bool isInside = m_canvasPane->rect().contains(m_handoffMap->geometry());
        if (!m_handoffMap->wasMovedByHand() || !isInside)
            m_handoffMap->move(emptiestCorner(
                m_handoffMap->size(),
                {Qt::TopRightCorner, Qt::BottomRightCorner, Qt::TopLeftCorner, Qt::BottomLeftCorner}, {}));
        m_handoffMap->raise();
    }
    showOverview();
}

void FlowsEditor::fitWhenClose() {
    if (m_isZoomChosen || m_isFitting || !isVisible() || !variant()) return;
    m_isFitting = true;
    m_fittedPort = canvas().maximumViewportSize();
    canvas().setZoom(1);
    refresh();
    // As if there were no scroll bars: where it fits, they go.
    const QSizeF port = canvas().maximumViewportSize();
    const view::Rect& whole = picture().bounds;
    const double wide = port.width() / std::max(whole.width, 1.0);
    const double high = port.height() / std::max(whole.height, 1.0);
    const double both = std::min(wide, high);
    const double zoom = both >= smallestFit ? both : wide >= smallestFit ? wide : 1;
    if (zoom < 1) {
        canvas().setZoom(std::floor(zoom * 1000) / 1000);
        refresh();
        canvas().horizontalScrollBar()->setValue(0);
        canvas().verticalScrollBar()->setValue(0);
    }
    m_isFitting = false;
}

// Far out the heads of lanes and phases take more of the picture: a few rounds settle what fits.
void FlowsEditor::zoomToFit() {
    canvas().setZoom(1);
    refresh();
    for (int round = 0; round < 4; ++round) {
        const double before = canvas().zoom();
        canvas().fit();
        refresh();
        if (std::abs(canvas().zoom() / before - 1) < 0.01) break;
    }
    m_detailLater.stop();
    showFigures();
}

void FlowsEditor::showOverview() {
    const view::Rect& whole = picture().bounds;
    const double zoom = canvas().zoom();
    const QSize port = canvas().viewport()->size();
    const bool isCut = whole.width * zoom > port.width() * worthAMap || whole.height * zoom > port.height() * worthAMap;
    const bool hasRoom = port.width() > 4.5 * overviewWidth && port.height() > 3 * overviewHeight;
    const bool isShown =
        variant() && m_isOverviewOn && isCut && hasRoom && m_bar->shown() != FlowBar::Show::table && !whole.isEmpty();
    m_overview->setVisible(isShown);
    if (!isShown || isLate()) return;
    view::FlowPictureOptions options = pictureOptions(port.width() / zoom);
    options.detail = view::FlowDetail::thumbnail;
    m_overview->show(view::flowPicture(live(), session().index(), m_variant, options, measure()));
    const view::Rect& small = m_overview->picture().bounds;
    m_overview->setView(small.x, std::min(overviewWidth / small.width, overviewHeight / small.height));
    m_overview->resize(m_overview->sizeHint());
    const QRect taken = m_handoffMap->isVisible() ? m_handoffMap->geometry() : QRect();
    m_overview->move(
        emptiestCorner(m_overview->size(), {Qt::BottomRightCorner, Qt::TopRightCorner, Qt::BottomLeftCorner}, taken));
    m_overview->raise();
    frameOverview();
}

void FlowsEditor::frameOverview() {
    if (!m_overview->isVisible()) return;
    const double zoom = canvas().zoom();
    const QRect origin = canvas().viewRect({0, 0, 1, 1});
    const QSizeF seen = QSizeF(canvas().viewport()->size()) / zoom;
    view::Shape border;
    border.part = "border";
    const view::Rect& whole = m_overview->picture().bounds;
    border.form = view::Box{whole, view::Outline::rectangle, 0, {}, {{view::Role::line}, 6}};
    m_overview->setOverlay(
        {border, adapters::ring({-origin.x() / zoom, -origin.y() / zoom, seen.width(), seen.height()})});
}

} // namespace flowspine::editors
