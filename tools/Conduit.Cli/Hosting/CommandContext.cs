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

    public ApiLocator Locator => new(DevMeshes, Clusters);

    /// <summary>Shows an address to the user; false when that cannot be done here.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = static _ => false;

    /// <summary>For a command that must not die of a second Ctrl+C: see <see cref="Interruption.TakeSecond"/>.</summary>
    public Func<CancellationToken> TakeSecondInterruption { get; init; } = () => CancellationToken.None;

    /// <summary>The mesh that the command line points at. On a terminal, or when asked to be verbose, it says which one that is.</summary>
    public ApiConnection Connect(ParseResult parsed)
    {
        var api = ConnectQuietly(parsed);
        Tell(parsed, $"mesh at {api.Location}");
        return api;
    }

    /// <summary>The cluster that the command line points at; never a dev mesh. Says which one that is, as above.</summary>
    public ClusterConnection ConnectCluster(ParseResult parsed)
    {
        var cluster = Clusters.Connect(Globals.ReadCluster(parsed));
        Tell(parsed, $"cluster of {cluster.Description}");
        return cluster;
    }

    public ApiConnection ConnectQuietly(ParseResult parsed) => new(Locator.Locate(ReadApi(parsed)), Time);

    /// <summary>Which mesh the command line points at, environment included.</summary>
    public ApiOptions ReadApi(ParseResult parsed) => Globals.ReadApi(parsed) with { EnvironmentAddress = Environment.ApiAddress };

    private void Tell(ParseResult parsed, string what)
    {
        if (Terminal.ErrorIsTerminal || parsed.GetValue(Globals.Verbose))
        {
            Terminal.Error.WriteLine(Terminal.ErrorPalette.Dim(what));
        }
    }
}
