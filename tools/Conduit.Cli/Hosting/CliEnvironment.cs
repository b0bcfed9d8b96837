using Conduit.Operations.Rendering;

namespace Conduit.Cli.Hosting;

/// <summary>The environment variables that change what the command line does.</summary>
internal sealed record CliEnvironment
{
    /// <summary><c>CONDUIT_API_ADDR</c>: as <c>--api-addr</c>.</summary>
    public string? ApiAddress { get; init; }

    /// <summary><c>CONDUIT_REGISTRY</c>, <c>CONDUIT_NATIVE_SIDECAR</c>: as the flags of install and inject.</summary>
    public RenderEnvironment Rendering { get; init; } = new();

    /// <summary><c>NO_COLOR</c>, not empty: no colour anywhere.</summary>
    public bool NoColor { get; init; }

    /// <summary><c>TERM</c>; <c>dumb</c> means no colour and no cursor.</summary>
    public string? Terminal { get; init; }

    public static CliEnvironment OfThisProcess() => new()
    {
        ApiAddress = Variable("CONDUIT_API_ADDR"),
        Rendering = new RenderEnvironment(Variable(RenderEnvironment.RegistryVariable), Variable(RenderEnvironment.NativeSidecarVariable)),
        NoColor = Variable("NO_COLOR") is not null,
        Terminal = Variable("TERM"),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
