// While it lives, this thread reads and writes numbers with a point, whatever the program's locale says. The parser
// goes through strtod, which would else want the user's decimal sign.
#pragma once

#include <locale.h>

namespace flowspine::project {

class NumericLocale {
  public:
    NumericLocale() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)) {
        if (m_plain != nullptr) m_before = uselocale(m_plain);
    }
    ~NumericLocale() {
        if (m_plain == nullptr) return;
        uselocale(m_before);
        freelocale(m_plain);
    }
    NumericLocale(const NumericLocale&) = delete;
    NumericLocale& operator=(const NumericLocale&) = delete;

  private:
    locale_t m_plain;
    locale_t m_before = nullptr;
};

} // namespace flowspine::project
