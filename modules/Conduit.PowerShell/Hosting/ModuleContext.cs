using System.Reflection;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dashboard;
using Conduit.Operations.Dev;
using Conduit.Operations.Rendering;
using Conduit.PowerShell.Loading;

namespace Conduit.PowerShell.Hosting;

/// <summary>What every cmdlet works with.</summary>
internal sealed record ModuleContext
{
    /// <summary>The module's version.</summary>
    public static string Version { get; } =
        typeof(ModuleContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Where the dev meshes of this user are.</summary>
    public required DevMeshStore DevMeshes { get; init; }

    /// <summary>The way to clusters.</summary>
    public required ClusterConnector Clusters { get; init; }

    /// <summary>The programs that a dev mesh runs.</summary>
    public required DevRuntime Runtime { get; init; }

    /// <summary><c>CONDUIT_API_ADDR</c>; null when it is not set.</summary>
    public string? ApiAddress { get; init; }

    public RenderEnvironment Rendering { get; init; } = new();

    /// <summary>False where there is no browser.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = DefaultBrowser.TryOpen;

    public ApiLocator Locator => new(DevMeshes, Clusters);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static ModuleContext OfThisProcess() => new()
    {
        DevMeshes = DevMeshStore.ForUser(),
        Clusters = ClusterConnector.OfThisProcess(TimeProvider.System),
        Runtime = DevRuntime.Below(ModuleFolder.Path),
        ApiAddress = Variable("CONDUIT_API_ADDR"),
        Rendering = new RenderEnvironment(Variable(RenderEnvironment.RegistryVariable), Variable(RenderEnvironment.NativeSidecarVariable)),
    };

    /// <param name="options">What the user said; the environment's address is added.</param>
    public ApiConnection Connect(ApiOptions options) => new(Locator.Locate(Complete(options)), Time);

    /// <summary>The same options with what the environment says.</summary>
    public ApiOptions Complete(ApiOptions options) => options with { EnvironmentAddress = ApiAddress };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
