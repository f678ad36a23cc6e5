#include "git/file_history.h"

#include "git/git_handle.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace flowspine::git {

namespace fs = std::filesystem;
using base::failure;
using base::Result;

namespace {

std::string textOf(const git_oid& id) {
    std::string text(GIT_OID_HEXSZ, '\0');
    GIT(git_oid_fmt)(text.data(), &id);
    return text;
}

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : text;
}

TreeHandle treeOf(const git_commit& commit) {
    git_tree* tree = nullptr;
    return TreeHandle(GIT(git_commit_tree)(&tree, &commit) == 0 ? tree : nullptr);
}

// The id of the file's content in `tree`; nullopt when it is not there.
std::optional<git_oid> contentIn(const git_tree* tree, const std::string& path) {
    git_tree_entry* entry = nullptr;
    if (tree == nullptr || GIT(git_tree_entry_bypath)(&entry, tree, path.c_str()) != 0) return std::nullopt;
    const EntryHandle owned(entry);
    return *GIT(git_tree_entry_id)(entry);
}

bool same(const std::optional<git_oid>& a, const std::optional<git_oid>& b) {
    return a && b ? GIT(git_oid_equal)(&*a, &*b) != 0 : a.has_value() == b.has_value();
}

// What `path` was called in `before`, if `after` renamed it.
std::optional<std::string> nameBefore(git_repository* repository, git_tree* before, git_tree* after,
                                      const std::string& path) {
    git_diff* diff = nullptr;
    if (before == nullptr || GIT(git_diff_tree_to_tree)(&diff, repository, before, after, nullptr) != 0)
        return std::nullopt;
    const DiffHandle owned(diff);
    git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
    options.flags = GIT_DIFF_FIND_RENAMES;
    if (GIT(git_diff_find_similar)(diff, &options) != 0) return std::nullopt;
    for (std::size_t i = 0; i < GIT(git_diff_num_deltas)(diff); ++i) {
        const git_diff_delta* delta = GIT(git_diff_get_delta)(diff, i);
        if (delta->status == GIT_DELTA_RENAMED && path == delta->new_file.path) return textOf(delta->old_file.path);
    }
    return std::nullopt;
}

Result<std::string> blobText(git_repository* repository, const git_oid& id) {
    git_blob* blob = nullptr;
    if (GIT(git_blob_lookup)(&blob, repository, &id) != 0)
        return gitFailure("not-readable", "A version of the file cannot be read");
    const BlobHandle owned(blob);
    return std::string(static_cast<const char*>(GIT(git_blob_rawcontent)(blob)),
                       static_cast<std::size_t>(GIT(git_blob_rawsize)(blob)));
}

// Those that this clone has: a shallow one lacks the parents of its last commits.
std::vector<CommitHandle> parentsOf(const git_commit& commit) {
    std::vector<CommitHandle> parents;
    for (unsigned i = 0; i < GIT(git_commit_parentcount)(&commit); ++i) {
        git_commit* parent = nullptr;
        if (GIT(git_commit_parent)(&parent, &commit, i) == 0) parents.emplace_back(parent);
    }
    return parents;
}

// All commits up to `head`, each before its parents, else the newer one first. libgit2's own walk stops at the end of a
// shallow clone with an error.
std::vector<CommitHandle> childrenFirst(git_repository* repository, const git_oid& head) {
    struct Known {
        CommitHandle commit;
        std::size_t children = 0; // not listed yet
    };
    std::unordered_map<std::string, Known> known;
    std::vector<std::string> open{textOf(head)};
    git_commit* first = nullptr;
    if (GIT(git_commit_lookup)(&first, repository, &head) != 0) return {};
    known[open.front()].commit.reset(first);
    for (std::size_t next = 0; next < open.size(); ++next) {
        std::vector<CommitHandle> parents = parentsOf(*known.at(open[next]).commit);
        for (CommitHandle& parent : parents) {
            const std::string id = textOf(*GIT(git_commit_id)(parent.get()));
            Known& entry = known[id];
            ++entry.children;
            if (entry.commit) continue;
            entry.commit = std::move(parent);
            open.push_back(id);
        }
    }
    std::vector<CommitHandle> listed;
    std::set<std::pair<std::int64_t, std::string>, std::greater<>> free; // without children that are not listed
    free.emplace(GIT(git_commit_time)(first), textOf(head));
    while (!free.empty()) {
        CommitHandle commit = std::move(known.at(free.begin()->second).commit);
        free.erase(free.begin());
        const std::vector<CommitHandle> parents = parentsOf(*commit);
        for (const CommitHandle& parent : parents) {
            const std::string id = textOf(*GIT(git_commit_id)(parent.get()));
            if (--known.at(id).children == 0) free.emplace(GIT(git_commit_time)(parent.get()), id);
        }
        listed.push_back(std::move(commit));
    }
    return listed;
}

} // namespace

Result<FileHistory> FileHistory::open(const fs::path& file) {
    Result<std::shared_ptr<git_repository>> repository = openRepository(file);
    if (!repository) return repository.error();
    const char* const folder = GIT(git_repository_workdir)(repository->get());
    if (folder == nullptr)
        return failure("bare",
                       "“" + std::string(GIT(git_repository_path)(repository->get())) +
                           "” is a bare repository: it holds no working files. Clone it and open the file there.");
    std::error_code unknown;
    const fs::path whole = fs::weakly_canonical(fs::absolute(file, unknown), unknown);
    const fs::path relative = whole.lexically_relative(fs::weakly_canonical(folder, unknown));
    return FileHistory(*std::move(repository), relative.generic_string());
}

Result<std::vector<Revision>> FileHistory::revisions(std::size_t most) const {
    std::vector<Revision> revisions;
    git_oid head;
    if (GIT(git_reference_name_to_id)(&head, m_repository.get(), "HEAD") != 0)
        return revisions; // nothing committed yet
    const std::vector<CommitHandle> commits = childrenFirst(m_repository.get(), head);
    if (commits.empty()) return gitFailure("not-readable", "Cannot read the history");
    // Parents come after their children: each learns from them what the file was called in it.
    std::unordered_map<std::string, std::string> paths;
    for (const CommitHandle& commit : commits) {
        if (revisions.size() == most) break;
        const std::string id = textOf(*GIT(git_commit_id)(commit.get()));
        const auto known = paths.find(id);
        const std::string path = known == paths.end() ? m_path : known->second;
        const TreeHandle tree = treeOf(*commit);
        const std::optional<git_oid> content = contentIn(tree.get(), path);

        bool isTouched = content.has_value();
        bool isFirstParent = true;
        const std::vector<CommitHandle> parents = parentsOf(*commit);
        for (const CommitHandle& parent : parents) {
            const TreeHandle before = treeOf(*parent);
            const std::optional<git_oid> contentBefore = contentIn(before.get(), path);
            isTouched = (isFirstParent || isTouched) && !same(content, contentBefore);
            isFirstParent = false;
            std::string pathBefore = path;
            if (content && !contentBefore)
                pathBefore = nameBefore(m_repository.get(), before.get(), tree.get(), path).value_or(path);
            paths.emplace(textOf(*GIT(git_commit_id)(parent.get())), std::move(pathBefore));
        }
        if (!isTouched) continue;
        const git_signature* const author = GIT(git_commit_author)(commit.get());
        revisions.push_back(
            {id, textOf(author->name), author->when.time, textOf(GIT(git_commit_summary)(commit.get())), path});
    }
    return revisions;
}

Result<std::string> FileHistory::bytesAt(std::string_view revision) const {
    const std::string spec(revision);
    git_object* object = nullptr;
    if (GIT(git_revparse_single)(&object, m_repository.get(), spec.c_str()) != 0)
        return failure("no-revision", "There is no commit, branch or tag “" + spec + "”.");
    const ObjectHandle owned(object);
    git_object* peeled = nullptr;
    if (GIT(git_object_peel)(&peeled, object, GIT_OBJECT_COMMIT) != 0)
        return failure("no-revision", "“" + spec + "” is no commit.");
    const ObjectHandle ownedCommit(peeled);
    const auto* const commit = reinterpret_cast<const git_commit*>(peeled);
    const TreeHandle tree = treeOf(*commit);
    std::optional<git_oid> content = contentIn(tree.get(), m_path);
    if (!content) {
        // Perhaps it was called otherwise then.
        const Result<std::vector<Revision>> all = revisions(std::size_t(-1));
        if (all)
            for (const Revision& each : *all)
                if (!content && each.path != m_path) content = contentIn(tree.get(), each.path);
    }
    if (!content) return failure("not-in-revision", "“" + m_path + "” is not in “" + spec + "”.");
    return blobText(m_repository.get(), *content);
}

Result<Stages> FileHistory::stages() const {
    git_index* index = nullptr;
    if (GIT(git_repository_index)(&index, m_repository.get()) != 0)
        return gitFailure("not-readable", "Cannot read git's index");
    const IndexHandle owned(index);
    Stages stages;
    std::optional<std::string>* const versions[] = {&stages.base, &stages.ours, &stages.theirs};
    for (int stage = 1; stage <= 3; ++stage) {
        const git_index_entry* const entry = GIT(git_index_get_bypath)(index, m_path.c_str(), stage);
        if (entry == nullptr) continue;
        Result<std::string> text = blobText(m_repository.get(), entry->id);
        if (!text) return text.error();
        *versions[stage - 1] = *std::move(text);
    }
    return stages;
}

std::vector<NamedRevision> FileHistory::names() const {
    std::vector<NamedRevision> names;
    const auto collect = [&](const std::string& pattern, bool isTag) {
        git_reference_iterator* iterator = nullptr;
        if (GIT(git_reference_iterator_glob_new)(&iterator, m_repository.get(), pattern.c_str()) != 0) return;
        const Handle<git_reference_iterator> owned(iterator);
        const std::size_t first = names.size();
        const char* name = nullptr;
        while (GIT(git_reference_next_name)(&name, iterator) == 0)
            names.push_back({std::string(name).substr(pattern.size() - 1), isTag});
        std::sort(names.begin() + static_cast<std::ptrdiff_t>(first), names.end(),
                  [](const NamedRevision& a, const NamedRevision& b) { return a.name < b.name; });
    };
    collect("refs/heads/*", false);
    collect("refs/tags/*", true);
    return names;
}

bool FileHistory::isShallow() const {
    return GIT(git_repository_is_shallow)(m_repository.get()) == 1;
}

} // namespace flowspine::git
