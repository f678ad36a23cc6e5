#include "bench/shape_list.h"

#include "view/palette.h"

#include <cmath>
#include <sstream>

namespace flowspine::bench {

namespace {

class ListWriter {
  public:
    std::string write(const std::vector<view::Page>& pages) {
        for (const view::Page& page : pages) {
            m_out << "P\n";
            for (const view::Shape& shape : page.picture.shapes)
                std::visit([this](const auto& form) { add(form); }, shape.form);
        }
        return m_out.str();
    }

  private:
    void color(const view::Paint& paint) {
        const view::Color color =
            paint.role == view::Role::none ? view::Color{255, 255, 255} : view::colorOf(paint, view::Palette::light);
        m_out << ' ' << int{color.red} << ' ' << int{color.green} << ' ' << int{color.blue};
    }
    void add(const view::Label& label) {
        double y = label.anchor.y;
        for (const std::string& words : label.lines) {
            const double shift = label.align == view::Align::left     ? 0
                                 : label.align == view::Align::center ? label.width / 2
                                                                      : label.width;
            m_out << "T " << label.anchor.x - shift << ' ' << y << ' ' << std::lround(label.style.size) << ' '
                  << label.style.weight;
            color(label.paint);
            m_out << ' ' << words << '\n';
            y += label.lineHeight;
        }
    }
    void add(const view::Box& box) {
        m_out << "B " << box.rect.x << ' ' << box.rect.y << ' ' << box.rect.width << ' ' << box.rect.height << ' '
              << box.radius << ' ' << box.border.width;
        color(box.fill);
        color(box.border.paint);
        m_out << '\n';
    }
    void add(const view::Line& line) {
        m_out << "L " << line.stroke.width;
        color(line.stroke.paint);
        for (const view::Point& point : line.points) m_out << ' ' << point.x << ' ' << point.y;
        m_out << '\n';
    }
    void add(const view::Ribbon&) {}
    void add(const view::Symbol&) {}

    std::ostringstream m_out;
};

} // namespace

std::string shapeList(const std::vector<view::Page>& pages) {
    return ListWriter().write(pages);
}

} // namespace flowspine::bench
