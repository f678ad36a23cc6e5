// The bundled example plans: which case each was made from.
#pragma once

#include "support/case_importer.h"

#include <array>
#include <string_view>

namespace flowspine::test {

struct BundledExample {
    std::string_view caseName; // tests/data/cases/<name>.json
    std::string_view fileName; // resources/examples/<name>
};

inline constexpr std::array<BundledExample, 4> bundledExamples = {{
    {"01_city_renovation_permit", "renovation-permit.flowspine"},
    {"03_passport_application", "first-passport.flowspine"},
    {"05_mortgage_origination", "home-purchase-mortgage.flowspine"},
    {"08_acme_stamping_order_to_delivery", "acme-stamping.flowspine"},
}};

[[nodiscard]] ImportedCase importBundled(const BundledExample& example);

} // namespace flowspine::test
