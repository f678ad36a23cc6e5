#include "project/syntax_error.h"

#include "project/json_text.h"
#include "project/line_index.h"

#include <algorithm>

namespace flowspine::project {

namespace {

using base::failure;

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool looksLikeUtf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    return bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

std::optional<std::size_t> findConflictMarker(std::string_view bytes) {
    constexpr std::string_view marker = "<<<<<<<";
    if (bytes.starts_with(marker)) return 0;
    const std::size_t at = bytes.find("\n<<<<<<<");
    if (at == std::string_view::npos) return std::nullopt;
    return at + 1;
}

// The first byte that is no part of a UTF-8 character.
std::optional<std::size_t> findBrokenCharacter(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = utf8Length(bytes.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// "unexpected '}'; expected string literal" of "[json…] parse error at line 3, column 1: syntax error while parsing
// object key - unexpected '}'; expected string literal".
std::string reasonOf(std::string_view what) {
    if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos) what.remove_prefix(dash + 3);
    // What was read last is the file's text and may be long; the place says it better.
    const std::size_t read = what.find("; last read: ");
    std::string reason(what.substr(0, read));
    if (read != std::string_view::npos)
        if (const std::size_t expected = what.rfind("; expected ");
            expected != std::string_view::npos && expected > read)
            reason += what.substr(expected);
    return reason;
}

Token unexpectedToken(std::string_view what) {
    if (contains(what, "unexpected number literal")) return Token::number;
    if (contains(what, "unexpected string literal")) return Token::text;
    if (contains(what, "unexpected true literal") || contains(what, "unexpected false literal") ||
        contains(what, "unexpected null literal"))
        return Token::word;
    return Token::none;
}

} // namespace

std::optional<SyntaxError> checkBeforeParsing(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.maxBytes)
        return SyntaxError{failure("too-large", "The file has " + std::to_string(bytes.size()) +
                                                    " bytes; a plan may have " + std::to_string(limits.maxBytes) + "."),
                           0};
    if (std::all_of(bytes.begin(), bytes.end(), isSpace)) return SyntaxError{failure("empty", "The file is empty."), 0};
    if (looksLikeUtf16(bytes))
        return SyntaxError{
            failure("utf16", "The file is UTF-16 text; a plan is UTF-8. Save it as UTF-8 and try again."), 0};
    if (bytes.starts_with("version https://git-lfs.github.com/"))
        return SyntaxError{failure("lfs-pointer", "This is a Git LFS pointer, not the plan itself. Fetch the plan with "
                                                  "“git lfs pull”."),
                           0};
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
        return SyntaxError{failure("nul-byte", "There is a NUL byte here, which no plan has: the file is damaged, or "
                                               "it is no plan."),
                           nul};
    return std::nullopt;
}

SyntaxError explainSyntaxError(const ByteSource& source, std::string_view what) {
    const std::string_view bytes = source.bytes();
    if (const std::optional<std::size_t> marker = findConflictMarker(bytes))
        return {failure("conflict-markers", "The file holds git's conflict markers. Resolve the merge, then open it."),
                *marker};
    if (const std::optional<std::size_t> broken = findBrokenCharacter(bytes.substr(0, source.offset())))
        return {failure("not-utf8", "This byte is not UTF-8 text."), *broken};
    if (contains(what, "number overflow"))
        return {failure("bad-value", "This number is too large."), source.startOf(Token::number)};
    if (source.ranOut())
        return {failure("truncated", "The file ends in the middle: its last part is missing."), bytes.size()};
    const Token token = unexpectedToken(what);
    return {failure("syntax", "This is not valid JSON: " + reasonOf(what) + "."),
            token == Token::none ? source.lastOffset() : source.startOf(token)};
}

Place placeIn(std::string_view bytes, std::size_t offset) {
    return LineIndex(bytes).placeOf(offset);
}

base::Error placed(base::Error error, std::string_view bytes, std::size_t offset) {
    const Place place = placeIn(bytes, offset);
    error.line = place.line;
    error.column = place.column;
    return error;
}

} // namespace flowspine::project
