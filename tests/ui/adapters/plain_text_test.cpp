#include "adapters/plain_text.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace flowspine::adapters;

TEST_CASE("text goes to Qt and back unchanged") {
    for (const std::string text :
         {"", "plain", "Ünïcødé “quotes”", "\xF0\x9F\x8F\x97 crane", "a\nb\tc", "\xE2\x80\xAE mirrored"})
        CHECK(fromQt(toQt(text)) == text);
}

TEST_CASE("lone surrogates are replaced and NUL is dropped") {
    const QString broken =
        QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b") + QChar(0xDC00) + QChar(u'\0') + QStringLiteral("c");
    CHECK(fromQt(broken) == "a\xEF\xBF\xBD"
                            "b\xEF\xBF\xBD"
                            "c");
}

TEST_CASE("pasted lists lose their bullets and empty lines, not their minus signs") {
    CHECK(pastedLines(QStringLiteral("- one\r\n\n* two\r•\tthree\n  -5 % cost \n")) ==
          QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"),
                      QStringLiteral("-5 % cost")});
    CHECK(pastedLines(QStringLiteral("  \n\t\n")).isEmpty());
}

TEST_CASE("markup in a tip or label is shown, not read") {
    const QString hostile = QStringLiteral("<img src='/dev/null'>");
    CHECK_FALSE(plainTip(hostile).contains(QStringLiteral("<img")));
    CHECK(plainTip(hostile).contains(QStringLiteral("&lt;img")));
    CHECK(plainTip({}).isEmpty());
    CHECK(plainTip(QString(1000000, u'x')).size() < 10000);
    const std::unique_ptr<QLabel> label(plainLabel(hostile, nullptr));
    CHECK(label->textFormat() == Qt::PlainText);
}
