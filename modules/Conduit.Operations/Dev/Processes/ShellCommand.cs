using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A command as one would type it, run by the system's own shell.</summary>
internal static partial class ShellCommand
{
    public static ProcessSpec Of(string command, string folder, ImmutableSortedDictionary<string, string> environment)
    {
        // A shell that has nothing to do afterwards steps aside, so that the process is the program and not its shell.
        var line = Simple().IsMatch(command) ? $"exec {command}" : command;
        var spec = new ProcessSpec { Program = "/bin/sh", Arguments = ["-c", line], Folder = folder, Environment = environment };

        // cmd takes all between the outer quotes as it is (/s), and no AutoRun commands (/d).
        return OperatingSystem.IsWindows()
            ? spec with { Program = "cmd.exe", Arguments = [], RawArguments = $"/d /s /c \"{command}\"" }
            : spec;
    }

    // One program and its arguments: nothing that joins commands, no assignment in front, no word of the shell's own.
    [GeneratedRegex(@"^\s*(?!(?:\.|eval|exit)\s)[A-Za-z0-9_./~+-]+(\s[^;&|\n]*)?$")]
    private static partial Regex Simple();
}
