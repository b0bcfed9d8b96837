using System.CommandLine;
using Conduit.Cli.Output;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;

namespace Conduit.Cli.Hosting;

/// <summary>What every command works with. Whatever costs time to make is made by the command that needs it.</summary>
internal sealed record CommandContext(Terminal Terminal, CliEnvironment Environment, TimeProvider Time)
{
    public GlobalOptions Globals { get; } = new();

    /// <summary>Where the dev meshes of this user are.</summary>
    public required DevMeshStore DevMeshes { get; init; }

    /// <summary>The way to clusters.</summary>
    public required ClusterConnector Clusters { get; init; }

    /// <summary>For a command that must not die of a second Ctrl+C: see <see cref="Interruption.TakeSecond"/>.</summary>
    public Func<CancellationToken> TakeSecondInterruption { get; init; } = () => CancellationToken.None;

    /// <summary>The mesh that the command line points at. On a terminal, or when asked to be verbose, it says which one that is.</summary>
    public ApiConnection Connect(ParseResult parsed)
    {
        var api = ConnectQuietly(parsed);

        if (Terminal.ErrorIsTerminal || parsed.GetValue(Globals.Verbose))
        {
            Terminal.Error.WriteLine(Terminal.ErrorPalette.Dim($"mesh at {api.Location}"));
        }

        return api;
    }

    public ApiConnection ConnectQuietly(ParseResult parsed)
    {
        var options = Globals.ReadApi(parsed) with { EnvironmentAddress = Environment.ApiAddress };
        return new ApiConnection(new ApiLocator(DevMeshes, Clusters).Locate(options), Time);
    }
}
