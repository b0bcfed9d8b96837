using Conduit.Kubernetes.Configuration;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Hosting;
using Conduit.PowerShell.Streams;
using Conduit.Testing.Api;
using Conduit.Testing.Time;

namespace Conduit.PowerShell.Tests.Running;

/// <summary>Cmdlets in this process, without an engine: what they produce is what an engine would write.</summary>
internal static class TestModule
{
    /// <summary>A module that knows no mesh but <paramref name="api"/>.</summary>
    public static ModuleContext Context(FakeApi? api = null) => new()
    {
        DevMeshes = new DevMeshStore(Path.Combine(Path.GetTempPath(), "conduit-no-such-state")),
        Clusters = new ClusterConnector(new KubernetesEnvironment(), TimeProvider.System),
        Runtime = DevRuntime.Below(AppContext.BaseDirectory),
        ApiAddress = api?.Address,
        Time = new ManualTimeProvider(),
    };

    /// <summary>All that the cmdlet produces, in order.</summary>
    public static Task<List<object>> ProduceAsync(this ConduitCmdlet cmdlet) =>
        Eventually.Ends(cmdlet.ProduceAsync(CancellationToken.None).ToListAsync().AsTask(), what: cmdlet.GetType().Name);

    /// <summary>The objects of the pipeline alone.</summary>
    public static async Task<IReadOnlyList<T>> OutputAsync<T>(this ConduitCmdlet cmdlet) =>
    [
        .. (await cmdlet.ProduceAsync())
            .Select(item => item is Shown shown ? shown.Item : item)
            .Where(item => item is not (CmdletNote or CmdletDetail or CmdletProgress))
            .Cast<T>(),
    ];

    public static async Task<IReadOnlyList<string>> NotesAsync(this ConduitCmdlet cmdlet) =>
        [.. (await cmdlet.ProduceAsync()).OfType<CmdletNote>().Select(note => note.Text)];
}
