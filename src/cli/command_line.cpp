#include "cli/command_line.h"

#include "cli/commands.h"
#include "cli/exported_view.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <string_view>

namespace flowspine::cli {
namespace {

constexpr std::array<std::string_view, 13> words = {"new",     "check",     "format", "diff", "merge",
                                                    "resolve", "git-setup", "log",    "text", "metrics",
                                                    "export",  "rules",     "schema"};

bool isWord(std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// Reads "2026-11-24".
CLI::Option* addDate(CLI::App& command, const std::string& name, std::optional<base::Date>& date,
                     const std::string& description) {
    return command
        .add_option_function<std::string>(
            name,
            [&date, name](const std::string& text) {
                date = base::parseDate(text);
                if (!date) throw CLI::ValidationError(name, "“" + text + "” is no date such as 2026-11-24");
            },
            description)
        ->type_name("DATE");
}

// ---- Commands about versions. Each reads its options into the struct, which outlives the parser. ----

void addDiff(CLI::App& app, DiffOptions& options, int& code, const Streams& streams) {
    CLI::App* const command = app.add_subcommand("diff", "Say in plain words what changed between two plans");
    command->add_option("BEFORE", options.before, "A project file, or REVISION:FILE for a version that git has")
        ->required();
    command->add_option("AFTER", options.after, "The same")->required();
    command->add_option("--format", options.format, "How it is written")
        ->check(CLI::IsMember({"text", "json", "markdown", "html"}))
        ->capture_default_str();
    command->add_flag("!--no-placements", options.withPlacements, "Leave out what only moved on the canvas");
    command->callback([&options, &code, streams] { code = showDiff(options, streams); });
}

void addMerge(CLI::App& app, MergeOptions& options, int& code, const Streams& streams) {
    CLI::App* const command = app.add_subcommand(
        "merge", "Merge two versions of a plan by entity and field; ends with 1 when conflicts are left in the result");
    command->add_option("BASE", options.base, "The version that both came from")->required();
    command->add_option("OURS", options.ours, "Our version; the result replaces it")->required();
    command->add_option("THEIRS", options.theirs, "Their version")->required();
    command->add_option("-o,--output", options.output, "Write the result here instead");
    command->add_option("--path", options.path, "What the file is called in messages");
    command->callback([&options, &code, streams] { code = mergeFiles(options, streams); });
}

void addResolve(CLI::App& app, ResolveOptions& options, int& code, const Streams& streams) {
    CLI::App* const command =
        app.add_subcommand("resolve", "List and settle the conflicts that a merge left in a plan");
    command->add_option("FILE", options.file, "The project file")->required();
    CLI::Option_group* const everywhere = command->add_option_group("One version for all conflicts");
    for (const char* version : {"ours", "theirs", "base", "as-it-stands"})
        everywhere->add_flag_callback("--" + std::string(version),
                                      [&options, version] { options.everywhere = version; });
    everywhere->require_option(0, 1);
    command
        ->add_option(
            "--field", options.fields,
            "One conflict, settled before the others: ID.FIELD=ours, theirs, base, as-it-stands or value:VALUE")
        ->take_all();
    command->callback([&options, &code, streams] { code = resolve(options, streams); });
}

void addGitCommands(CLI::App& app, GitSetupOptions& setup, LogOptions& log, std::string& textFile, int& code,
                    const Streams& streams) {
    CLI::App* const setupCommand = app.add_subcommand("git-setup", "Have git merge and compare plans with Flowspine");
    setupCommand->add_flag("--global", setup.isGlobal, "In all your repositories instead of this one");
    setupCommand->add_flag("--undo", setup.isUndone, "Take the set-up out again");
    setupCommand->add_option("--program", setup.program, "How git is to call Flowspine");
    setupCommand->callback([&setup, &code, streams] { code = gitSetup(setup, streams); });

    CLI::App* const logCommand =
        app.add_subcommand("log", "List the commits that changed a plan, and what they changed");
    logCommand->add_option("FILE", log.file, "The project file")->required();
    logCommand->add_option("-n,--number", log.most, "At most so many commits")->capture_default_str();
    logCommand->callback([&log, &code, streams] { code = showLog(log, streams); });

    CLI::App* const textCommand = app.add_subcommand("text", "Print a plan as lines to read, such as git compares");
    textCommand->add_option("FILE", textFile, "A project file, or REVISION:FILE")->required();
    textCommand->callback([&textFile, &code, streams] { code = showText(textFile, streams); });
}

} // namespace

bool isCommand(const std::vector<std::string>& args) {
    if (args.empty()) return false;
    const std::string& first = args.front();
    if (first == "-h" || first == "--help" || first == "--version") return true;
    if (isWord(first)) return true;
    // A single word that is no file: a misspelt command rather than a plan.
    std::error_code unknown;
    return !first.empty() && first.find_first_of("./\\-") == std::string::npos &&
           !std::filesystem::exists(first, unknown);
}

bool needsDesigner(const std::vector<std::string>& args) {
    return !args.empty() && (args.front() == "new" || args.front() == "export");
}

int run(const std::vector<std::string>& args, std::istream&, std::ostream& out, std::ostream& err,
        const Services& services) {
    const Streams streams{out, err};
    int code = fine;
    if (!args.empty() && !args.front().starts_with('-') && !isWord(args.front())) {
        err << "flowspine: there is no command “" << args.front() << "”; choose one of";
        for (const std::string_view word : words) err << ' ' << word;
        err << ".\n";
        return cannot;
    }

    // git's own order of arguments, which says nothing to people.
    if (args.size() > 1 && args[0] == "diff" && args[1] == "--git")
        return showDiffForGit({args.begin() + 2, args.end()}, streams);

    CLI::App app("Flowspine, a designer for dynamic operating models.\n"
                 "With a file, or with nothing, it opens the designer; with a command it does one thing and ends.",
                 "flowspine");
    app.set_version_flag("--version", "flowspine " FLOWSPINE_VERSION);
    app.require_subcommand(1);
    app.footer("Exit codes: 0 fine, 1 problems or differences were found, 2 the command could not be carried out.");

    NewOptions newOptions;
    CLI::App* newCommand = app.add_subcommand("new", "Write a new plan from a template");
    newCommand->add_option("FILE", newOptions.file, "The project file to write; it must not exist")->required();
    newCommand->add_option("--template", newOptions.templateName, "What it starts with")
        ->check(CLI::IsMember({"blank", "government-service", "enterprise-product"}))
        ->capture_default_str();
    newCommand->add_option("--name", newOptions.planName, "The plan's name; without it, the file's");
    newCommand->callback([&] { code = newPlan(newOptions, services, streams); });

    CheckOptions checkOptions;
    CLI::App* checkCommand = app.add_subcommand("check", "Check project files against the health rules");
    checkCommand->add_option("FILES", checkOptions.files, "Project files")->required();
    checkCommand->add_option("--format", checkOptions.format, "How to say it")
        ->check(CLI::IsMember({"text", "json", "sarif", "junit", "markdown"}))
        ->capture_default_str();
    checkCommand->add_option("--fail-on", checkOptions.failsOn, "What makes the check end with 1, and what is worse")
        ->check(CLI::IsMember({"error", "warning"}))
        ->capture_default_str();
    checkCommand
        ->add_option_function<std::string>(
            "--rules", [&](const std::string& text) { checkOptions.rules = CLI::detail::split(text, ','); },
            "Only these, separated by commas: ids such as O01, letters (O, S, F, R, M), core")
        ->type_name("RULES");
    addDate(*checkCommand, "--as-of", checkOptions.asOf, "The day that counts as today");
    checkCommand->callback([&] { code = check(checkOptions, services, streams); });

    FormatOptions formatOptions;
    CLI::App* formatCommand = app.add_subcommand("format", "Rewrite project files in their canonical form");
    formatCommand->add_option("FILES", formatOptions.files, "Project files")->required();
    formatCommand->add_flag("--check", formatOptions.isCheckOnly, "Only name the files that would change");
    formatCommand->callback([&] { code = format(formatOptions, streams); });

    DiffOptions diffOptions;
    addDiff(app, diffOptions, code, streams);
    MergeOptions mergeOptions;
    addMerge(app, mergeOptions, code, streams);
    ResolveOptions resolveOptions;
    addResolve(app, resolveOptions, code, streams);
    GitSetupOptions setupOptions;
    LogOptions logOptions;
    std::string textFile;
    addGitCommands(app, setupOptions, logOptions, textFile, code, streams);

    MetricsOptions metricsOptions;
    CLI::App* metricsCommand = app.add_subcommand("metrics", "Print the figures of every value flow");
    metricsCommand->add_option("FILE", metricsOptions.file, "The project file")->required();
    metricsCommand->add_flag("--json", metricsOptions.asJson, "As JSON, for programs; times in hours");
    metricsCommand->callback([&] { code = showMetrics(metricsOptions, streams); });

    ExportOptions exportOptions;
    CLI::App* exportCommand = app.add_subcommand("export", "Draw a view of a plan into a PDF, SVG or PNG file");
    exportCommand->add_option("FILE", exportOptions.file, "The project file")->required();
    exportCommand->add_option("--view", exportOptions.view, viewNames() + ", or flow:NAME for one flow")->required();
    exportCommand->add_option("-o,--output", exportOptions.output, "The file to write; its ending chooses the format")
        ->required();
    exportCommand->add_option("--paper", exportOptions.paper, "Of a PDF")
        ->check(CLI::IsMember({"A4", "A3", "Letter"}, CLI::ignore_case))
        ->capture_default_str();
    exportCommand->add_flag("--portrait", exportOptions.isPortrait, "Upright sheets");
    exportCommand->add_option("--headline", exportOptions.headline,
                              "What the sheets say in large type, such as a finding");
    addDate(*exportCommand, "--as-of", exportOptions.asOf, "The day that counts as today");
    exportCommand->callback([&] { code = exportView(exportOptions, services, streams); });

    CLI::App* rulesCommand = app.add_subcommand("rules", "Print the health rules as a page of the guide");
    rulesCommand->callback([&] { code = showRules(streams); });

    CLI::App* schemaCommand = app.add_subcommand("schema", "Print the JSON Schema of the project file");
    schemaCommand->callback([&] { code = showSchema(streams); });

    try {
        // CLI11 takes the arguments in reverse.
        app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::ParseError& error) {
        return app.exit(error, out, err) == 0 ? fine : cannot;
    }
    return code;
}

} // namespace flowspine::cli
