#include "bench/frames.h"

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

namespace flowspine::bench {

double milliseconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(int runs, const Work& work, const Work& before) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        if (before) before();
        times.push_back(milliseconds(work));
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void settle() {
    for (int i = 0; i < 5; ++i) QApplication::processEvents();
}

void paintWaiting() {
    QApplication::sendPostedEvents();
    QApplication::processEvents();
}

void withApplication(const Work& work) {
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    int argc = 1;
    char name[] = "flowspine_bench";
    char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    work();
}

} // namespace flowspine::bench
