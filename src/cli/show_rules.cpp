#include "cli/commands.h"
#include "exchange/rule_guide.h"

#include <ostream>

namespace flowspine::cli {

int showRules(Streams streams) {
    streams.out << exchange::ruleGuide();
    return fine;
}

} // namespace flowspine::cli
