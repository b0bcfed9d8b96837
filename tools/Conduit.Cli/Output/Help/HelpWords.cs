using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Output.Help;

/// <summary>How commands, arguments and options are written down.</summary>
internal static class HelpWords
{
    public static (string, string) OfHelp { get; } = ("-h, --help", "Show this help.");

    public static string Usage(Command command)
    {
        var arguments = command.Arguments.Select(argument => " " + Usage(argument));
        return command.Subcommands.Count > 0
            ? $"{CommandPath.Of(command)} COMMAND [options]"
            : $"{CommandPath.Of(command)}{string.Concat(arguments)} [options]";
    }

    public static (string, string) Row(Argument argument) => ($"<{NameOf(argument)}>", argument.Description ?? "");

    /// <summary>Its names, the short one first, and what it is when it is not given.</summary>
    public static (string, string) Row(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(name => name.Length));
        var value = option.HelpName is { } what ? $" <{what}>" : "";
        return (names + value, $"{option.Description}{DefaultOf(option)}");
    }

    private static string DefaultOf(Option option) => option switch
    {
        Option<bool> or { HasDefaultValue: false } => "",
        _ => FormattableString.Invariant($" Default: {option.GetDefaultValue()}."),
    };

    private static string Usage(Argument argument)
    {
        var name = $"<{NameOf(argument)}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;
}
