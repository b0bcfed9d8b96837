using System.Runtime.Versioning;

namespace Conduit.Cli.Tests.Commands.Shells;

/// <summary>The shells' own completion machinery, without a terminal: each script completes lines and prints what it would offer.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ShellCompletionTests
{
    private static readonly (string Typed, string Offered)[] Lines =
    [
        ("conduit dev st", "status"),
        ("conduit stat --fro", "--from --from-namespace"),
        ("conduit stat deployments -o ", "json name table wide yaml"),
    ];

    // Where conduit has nothing to offer, bash falls back to files by itself: the default below.
    [ShellFact("bash")]
    public Task Bash_completes_verbs_options_and_values() => CompleteAsync("bash", ["--norc", "--noprofile", "-c"], fileOffered: "",
        """
        source <(conduit completion bash)
        [[ "$(complete -p conduit)" == "complete -o default -F _conduit conduit" ]] || exit 3

        complete_line() {
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _conduit
            echo "${COMPREPLY[*]}"
        }
        """);

    [ShellFact("zsh")]
    public Task Zsh_completes_verbs_options_and_values() => CompleteAsync("zsh", ["-f", "-c"], fileOffered: "(files)",
        """
        autoload -Uz compinit && compinit -u
        source <(conduit completion zsh)

        # Outside of an editor nothing can be offered, so what would be is kept.
        compadd() { offered=(${(P)2}) }
        _files() { offered=('(files)') }

        complete_line() {
            words=(${(z)1})
            [[ $1 == *' ' ]] && words+=('')
            CURRENT=$#words
            offered=()
            $_comps[conduit]
            print -r -- $offered
        }
        """);

    [ShellFact("fish")]
    public Task Fish_completes_verbs_options_and_values() => CompleteAsync("fish", ["--no-config", "-c"], fileOffered: "app.yml",
        """
        conduit completion fish | source

        function complete_line
            echo (complete -C $argv[1])
        end
        """);

    private static async Task CompleteAsync(string shell, string[] arguments, string fileOffered, string script)
    {
        using var home = new ShellHome();
        (string Typed, string Offered)[] lines = [.. Lines, ("conduit inject ap", fileOffered)];
        var calls = string.Concat(lines.Select(line => $"\ncomplete_line '{line.Typed}'"));

        var printed = await home.PrintAsync(shell, arguments, script + calls);

        Assert.Equal(lines.Select(line => $"{line.Typed}: {line.Offered}"), lines.Zip(printed, (line, offered) => $"{line.Typed}: {offered}"));
    }
}
