#include "app/late_pdf.h"

#include <dlfcn.h>
#include <filesystem>
#include <optional>
#include <system_error>

namespace flowspine::app {

namespace {

namespace fs = std::filesystem;

using PdfBytes = void(const view::PageSet&, std::optional<base::Result<std::string>>&);

struct Loaded {
    PdfBytes* pdfBytes = nullptr;
    std::string reason; // why not
};

// Only from the folder of the program itself.
Loaded load() {
    std::error_code unknown;
    const fs::path path = fs::read_symlink("/proc/self/exe", unknown).parent_path() / "flowspine-pdf.so";
    void* const library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* const reason = ::dlerror();
        return {nullptr, reason == nullptr ? path.string() : std::string(reason)};
    }
    return {reinterpret_cast<PdfBytes*>(::dlsym(library, "flowspinePdfBytes")), path.string()};
}

} // namespace

base::Result<std::string> latePdfBytes(const view::PageSet& pages) {
    static const Loaded loaded = load();
    if (loaded.pdfBytes == nullptr)
        return base::failure("no-library", "Flowspine's part that writes PDFs cannot be loaded: " + loaded.reason +
                                               ". Install Flowspine again.");
    std::optional<base::Result<std::string>> bytes;
    loaded.pdfBytes(pages, bytes);
    return *std::move(bytes);
}

} // namespace flowspine::app
