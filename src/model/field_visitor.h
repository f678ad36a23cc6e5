// A FieldVisitor that ignores everything; derive from it and override what matters.
#pragma once

#include "model/field.h"

namespace flowspine::model {

class IgnoringFieldVisitor : public FieldVisitor {
  public:
    void unstated() override {}
    void text(std::string_view /*value*/) override {}
    void texts(std::span<const std::string> /*values*/) override {}
    void number(double /*value*/) override {}
    void duration(Duration /*value*/) override {}
    void date(Date /*value*/) override {}
    void period(Period /*value*/) override {}
    void boolean(bool /*value*/) override {}
    void choice(ChoiceValue /*value*/) override {}
    void reference(const AnyId& /*value*/) override {}
    void references(std::span<const AnyId> /*values*/) override {}
};

} // namespace flowspine::model
