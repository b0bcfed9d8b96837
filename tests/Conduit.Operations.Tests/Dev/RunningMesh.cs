using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Tests.StandIns;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev;

/// <summary>A mesh of real processes, stand-ins all of them, with one pod; it and its folder are gone after disposal.</summary>
internal sealed class RunningMesh : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-mesh-").FullName;
    private readonly ConcurrentQueue<DevEvent> _events = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry = new();
    private Task _running = Task.CompletedTask;

    public RunningMesh()
    {
        Name = Path.GetFileName(_directory).ToLowerInvariant();
        Store = new DevMeshStore(Path.Combine(_directory, "state"));
    }

    public string Name { get; }

    public DevMeshStore Store { get; }

    public IReadOnlyList<DevEvent> Events => [.. _events];

    public DevMesh State => Store.FindRunning(Name)!;

    public Task Start(string command, string annotations = "", DevRuntime? runtime = null)
    {
        var manifest = Path.Combine(_directory, "shop.yml");
        File.WriteAllText(manifest, $$$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata:
                  labels: {app: web}
                  annotations: { {{{annotations}}} }
                spec:
                  containers:
                  - name: main
                    ports: [{containerPort: 8080}]
                    env: [{name: PORT, value: "8080"}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports: [{port: 80, targetPort: 8080}]
            """);

        var request = new DevUpRequest { Files = [manifest], Name = Name, Commands = ImmutableDictionary<string, string>.Empty.Add("web", command) };
        var operation = new DevUpOperation(Store, runtime ?? StandIn.Runtime, TimeProvider.System);
        _running = operation.RunAsync(request, _events.Enqueue, _hurry.Token, _stop.Token);
        return _running;
    }

    public async Task<DevMesh> ReadyAsync()
    {
        await Eventually.Holds(() => _running.IsCompleted || _events.OfType<DevReady>().Any(), TimeSpan.FromMinutes(1));
        return Assert.Single(_events.OfType<DevReady>()).Mesh;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Eventually.Ends(_running);
    }

    public Task HurryAsync() => _hurry.CancelAsync();

    public static void AssertGone(DevMesh mesh) =>
        Assert.All(mesh.Processes, process => Assert.False(ProcessTable.IsRunning(process.Identity!), $"{process.Name} still runs"));

    public async ValueTask DisposeAsync()
    {
        await _hurry.CancelAsync();
        await _stop.CancelAsync();
        await Eventually.Ends(Task.WhenAny(_running));
        _stop.Dispose();
        _hurry.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
