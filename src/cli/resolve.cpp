#include "cli/commands.h"
#include "cli/messages.h"
#include "diff/conflict_text.h"
#include "diff/merge.h"
#include "edit/conflict_edit.h"
#include "git/file_history.h"
#include "model/entity_type.h"
#include "model/value_texts.h"
#include "project/model_writer.h"
#include "project/project_file.h"

#include <ostream>

namespace flowspine::cli {

namespace {

using base::failure;
using base::Result;
using edit::Choice;
using model::AnyId;
using model::Conflict;
using model::Model;

std::optional<Choice> choiceNamed(std::string_view name) {
    if (name == "ours") return Choice::ours;
    if (name == "theirs") return Choice::theirs;
    if (name == "base") return Choice::base;
    if (name == "as-it-stands") return Choice::asItStands;
    return std::nullopt;
}

// "step-4k7m2q9x1d3v.team"; only the id where the conflict is over no field.
std::string addressOf(const Conflict& conflict) {
    return std::string(conflict.about.text()) + (conflict.field.empty() ? "" : "." + conflict.field);
}

const Conflict* conflictAt(const Model& model, std::string_view address) {
    const Conflict* at = nullptr;
    model.forEach(model.plan().conflicts, [&](const Conflict& conflict) {
        if (addressOf(conflict) == address || conflict.id.text() == address) at = &conflict;
    });
    return at;
}

// "step-4k7m2q9x1d3v.team=theirs", or "=value:…" with the value as the file writes it.
Result<Model> settleOne(const Model& model, const std::string& choice) {
    const std::size_t equals = choice.find('=');
    if (equals == std::string::npos)
        return failure("bad-choice", "“" + choice +
                                         "” names no version: write ID.FIELD=ours, theirs, base, "
                                         "as-it-stands or value:VALUE.");
    const Conflict* conflict = conflictAt(model, std::string_view(choice).substr(0, equals));
    if (conflict == nullptr) return failure("no-conflict", "There is no conflict “" + choice.substr(0, equals) + "”.");
    const std::string version = choice.substr(equals + 1);
    if (const std::optional<Choice> named = choiceNamed(version))
        return edit::settleConflict(model, conflict->id, *named);
    constexpr std::string_view prefix = "value:";
    if (!version.starts_with(prefix))
        return failure("bad-choice", "“" + version +
                                         "” is no version: it is one of ours, theirs, base, as-it-stands, "
                                         "or value:VALUE.");
    const model::FieldDescription* field = model::entityType(*model::kindOf(conflict->about)).field(conflict->field);
    const std::string text = version.substr(prefix.size());
    const std::optional<model::FieldValue> value =
        field == nullptr ? std::nullopt
                         : model::fromTexts(*field, text.empty() ? std::vector<std::string>() : std::vector{text});
    if (!value) return failure("bad-value", "“" + text + "” is no value for “" + conflict->field + "”.");
    return edit::settleConflictWith(model, conflict->id, *value);
}

// git left its markers in the file: the three versions are still in its index.
Result<Model> mergeFromIndex(const std::string& file) {
    const Result<git::FileHistory> history = git::FileHistory::open(file);
    if (!history) return history.error();
    const Result<git::Stages> stages = history->stages();
    if (!stages) return stages.error();
    if (!stages->isMerging() || !stages->base)
        return failure("no-stages", "git does not hold the versions that it could not merge; start the merge again.");
    Model versions[3];
    const std::string* const texts[] = {&*stages->base, &*stages->ours, &*stages->theirs};
    for (int i = 0; i < 3; ++i) {
        Result<project::ReadModel> read = project::readModel(*texts[i]);
        if (!read) return read.error();
        versions[i] = std::move(read.value().model);
    }
    Result<diff::Merged> merged = diff::merge(versions[0], versions[1], versions[2]);
    if (!merged) return merged.error();
    return std::move(merged.value().model);
}

void list(const Model& model, Streams streams) {
    model.forEach(model.plan().conflicts, [&](const Conflict& conflict) {
        streams.out << diff::describeConflict(model, conflict).english() << "\n    " << addressOf(conflict) << '\n';
    });
}

} // namespace

int resolve(const ResolveOptions& options, Streams streams) {
    Result<project::OpenedFile> opened = project::openFile(options.file);
    Model before;
    bool isMergedAnew = false;
    std::optional<project::ContentHash> hash;
    if (opened) {
        before = opened->content.model;
        hash = opened->hash;
        if (opened->content.isNewerFormat) {
            sayError(
                streams.err, options.file,
                failure("newer-format", "A newer version of Flowspine wrote this file; it is not to be saved here."));
            return cannot;
        }
    } else if (opened.error().code == "conflict-markers") {
        Result<Model> merged = mergeFromIndex(options.file);
        if (!merged) {
            sayError(streams.err, options.file, opened.error());
            sayError(streams.err, options.file, merged.error());
            return cannot;
        }
        before = *std::move(merged);
        isMergedAnew = true;
    } else {
        sayError(streams.err, options.file, opened.error());
        return cannot;
    }

    Model model = before;
    for (const std::string& choice : options.fields) {
        Result<Model> next = settleOne(model, choice);
        if (!next) {
            sayError(streams.err, options.file, next.error());
            return cannot;
        }
        model = *std::move(next);
    }
    if (const std::optional<Choice> everywhere = choiceNamed(options.everywhere)) {
        edit::Settled settled = edit::settleAll(model, *everywhere);
        model = std::move(settled.model);
    }
    if (isMergedAnew || !model.isSameAs(before)) {
        const Result<> saved =
            isMergedAnew ? project::writeFileSafely(options.file, project::writeModel(model)) : [&]() -> Result<> {
            const Result<project::Saved> written = project::savePlan(options.file, model, hash);
            if (!written) return written.error();
            return base::Nothing{};
        }();
        if (!saved) {
            sayError(streams.err, options.file, saved.error());
            return cannot;
        }
    }
    const std::size_t left = model.plan().conflicts.size();
    if (left > 0) {
        list(model, streams);
        streams.out << options.file << ": " << counted(left, "conflict is", "conflicts are") << " left\n";
        return found;
    }
    streams.out << options.file << ": no conflict left";
    if (before.plan().conflicts.size() > 0 || isMergedAnew) streams.out << "; next: git add " << options.file;
    streams.out << '\n';
    return fine;
}

} // namespace flowspine::cli
