using System.CommandLine;

namespace Conduit.Cli.Hosting;

/// <summary>A command as the user writes it, such as <c>conduit dev up</c>.</summary>
internal static class CommandPath
{
    public static string Of(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? ConduitNames.Program : $"{Of(parent)} {command.Name}";
    }
}
