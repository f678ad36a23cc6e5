// Whatever bytes come in, reading them ends in an error or in a plan that is written to a file which reads back the
// same.
#include "project/model_reader.h"
#include "project/model_writer.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) // NOLINT: libFuzzer's name
{
    using namespace flowspine;
    const base::Result<project::ReadModel> read =
        project::readModel({reinterpret_cast<const char*>(bytes), size}, {std::size_t{1} << 20U, 200, 4096});
    if (!read) {
        if (read.error().message.empty()) std::abort();
        return 0;
    }
    // What of a newer format could not be read may leave a tree with holes, which is shown and not saved.
    if (read->isNewerFormat) return 0;
    const std::string saved = project::writeModel(read->model);
    const base::Result<project::ReadModel> again = project::readModel(saved);
    if (!again || !(again->model == read->model) || project::writeModel(again->model) != saved) std::abort();
    return 0;
}
