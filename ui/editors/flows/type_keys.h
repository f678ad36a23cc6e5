// The letters that set the type of selected steps.
#pragma once

#include "model/choices.h"
#include "model/entities.h"

#include <Qt>

namespace flowspine::editors {

struct TypeKey {
    int key;
    model::StepType type;
};

inline constexpr TypeKey typeKeys[] = {
    {Qt::Key_T, model::StepType::task},    {Qt::Key_D, model::StepType::decision},
    {Qt::Key_W, model::StepType::wait},    {Qt::Key_S, model::StepType::andSplit},
    {Qt::Key_J, model::StepType::andJoin}, {Qt::Key_X, model::StepType::exclusive},
    {Qt::Key_E, model::StepType::end},
};

} // namespace flowspine::editors
