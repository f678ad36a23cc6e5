#include "base/id_generator.h"

#include <random>
#include <string>

namespace flowspine::base {

AnyId IdGenerator::next(std::string_view prefix) {
    static constexpr std::string_view crockford = "0123456789abcdefghjkmnpqrstvwxyz";
    constexpr int characters = 12;
    const std::uint64_t bits = nextBits();
    std::string text(prefix);
    text += '-';
    for (int i = characters - 1; i >= 0; --i) text += crockford[(bits >> (5U * static_cast<unsigned>(i))) & 31U];
    return AnyId(text);
}

namespace {
class RandomIdGenerator final : public IdGenerator {
  public:
    RandomIdGenerator() {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
        m_engine.seed(seed);
    }

  protected:
    std::uint64_t nextBits() override { return m_engine(); }

  private:
    std::mt19937_64 m_engine;
};
} // namespace

std::unique_ptr<IdGenerator> makeRandomIdGenerator() {
    return std::make_unique<RandomIdGenerator>();
}

} // namespace flowspine::base
