// Clocks for what happens on a (headless) screen: medians of work that ends with everything painted.
#pragma once

#include <functional>

namespace flowspine::bench {

using Work = std::function<void()>;

[[nodiscard]] double milliseconds(const Work& work);
// The median; `before` each time, unmeasured.
[[nodiscard]] double median(int runs, const Work& work, const Work& before = {});

void settle();
// All that was asked for until now is painted.
void paintWaiting();

// Makes the one QApplication, without a screen, while `work` runs.
void withApplication(const Work& work);

} // namespace flowspine::bench
