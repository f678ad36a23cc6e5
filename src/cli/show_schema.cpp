#include "cli/commands.h"
#include "project/json_schema.h"

#include <ostream>

namespace flowspine::cli {

int showSchema(Streams streams) {
    const std::string schema = project::jsonSchema();
    streams.out << schema;
    if (!schema.ends_with('\n')) streams.out << '\n';
    return fine;
}

} // namespace flowspine::cli
