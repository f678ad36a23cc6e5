#include "project/model_reader.h"
#include "project/model_writer.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

#include <clocale>
#include <locale>

using namespace flowspine;

namespace {

// German numbers, whether or not the system has the locale.
class CommaNumbers : public std::numpunct<char> {
  protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

// Sets the program's locale for a test, C's and C++'s, and puts it back.
class ProgramLocale {
  public:
    explicit ProgramLocale(const char* name)
        : m_before(std::locale::global(std::locale(std::locale(), new CommaNumbers))),
          m_nameBefore(std::setlocale(LC_ALL, nullptr)), m_isSet(std::setlocale(LC_ALL, name) != nullptr) {}
    ~ProgramLocale() {
        std::setlocale(LC_ALL, m_nameBefore.c_str());
        std::locale::global(m_before);
    }
    ProgramLocale(const ProgramLocale&) = delete;
    ProgramLocale& operator=(const ProgramLocale&) = delete;

  private:
    std::locale m_before;
    std::string m_nameBefore;
    bool m_isSet;
};

} // namespace

TEST_CASE("a plan is the same bytes, and reads to the same plan, under every locale") {
    const std::uint64_t seed = test::testSeed(5);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    const model::Model model = test::randomModel(random, {300, 30, 80});
    const std::string bytes = project::writeModel(model);
    // The last one writes its decimal sign with two bytes.
    for (const char* name : {"C", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "fa_IR.UTF-8", "ps_AF.UTF-8"}) {
        INFO(name);
        const ProgramLocale locale(name);
        CHECK(project::writeModel(model) == bytes);
        const base::Result<project::ReadModel> read = project::readModel(bytes);
        REQUIRE(read.hasValue());
        CHECK(read->model == model);
    }
}
