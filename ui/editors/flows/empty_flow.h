// What the canvas shows before there is work on it: the question, a sentence of help, and a place to type.
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

namespace flowspine::editors {

// No flow yet. An area "add-flow".
[[nodiscard]] view::Picture emptyFlowPicture(double width, double height, const view::TextMeasure& measure);

// Below a variant without work: a help line and an area "first-step". Grows the picture's bounds.
void addFirstStepPlace(view::Picture& picture, const view::TextMeasure& measure);

// While a large flow is laid out for the first time.
[[nodiscard]] view::Picture waitingFlowPicture(std::size_t steps, const view::TextMeasure& measure);

} // namespace flowspine::editors
