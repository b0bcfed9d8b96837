using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Dev.Running;

namespace Conduit.Operations.Dev;

/// <summary>Runs a manifest's pods as local processes, each beside a proxy, with a controller, until it is told to stop.</summary>
public sealed class DevUpOperation(DevMeshStore store, DevRuntime runtime, TimeProvider time)
{
    private const int TokenLength = 32;

    /// <param name="request">What to run.</param>
    /// <param name="report">Told what happens; called from several threads.</param>
    /// <param name="hurry">Cancelled to end everything at once, without waiting for anything to end well.</param>
    /// <param name="cancellationToken">Cancelled to stop. The task then ends well, once nothing is left.</param>
    /// <exception cref="ConduitException">The manifest, a build or the controller failed. Nothing is left running.</exception>
    public async Task RunAsync(DevUpRequest request, Action<DevEvent> report, CancellationToken hurry, CancellationToken cancellationToken)
    {
        runtime.RequirePrograms();
        var files = request.Files.IsDefaultOrEmpty ? [runtime.SampleManifest] : request.Files;
        var name = DevMeshName.Of(request, files[0]);
        await new AbandonedMeshes(store, time).SweepAsync(report, cancellationToken);
        RequireFree(name);

        var objects = await new DevManifestReader(request.Namespace).ReadAsync(files, request.Input, cancellationToken);
        var plan = new DevPlanner(name, request.Commands, Ports(name)).Plan(objects);
        var picture = new MeshPicture(plan, ProcessTable.Current(), RandomNumberGenerator.GetHexString(TokenLength, lowercase: true), Version());

        foreach (var warning in plan.Warnings)
        {
            report(new DevWarning(warning));
        }

        try
        {
            store.Write(picture.Of([]));
            var launcher = new ProcessLauncher { IgnoresInterrupts = request.IgnoresInterrupts };
            await new MeshSession(plan, picture, runtime, store, time) { Launcher = launcher }.RunAsync(report, hurry, cancellationToken);
        }
        finally
        {
            store.Delete(name);
            report(new DevStopped());
        }
    }

    private void RequireFree(string name)
    {
        if (store.FindRunning(name) is { } running)
        {
            throw new ConduitException(
                "MeshRunning",
                $"the mesh {name} runs already (process {running.Owner.ProcessId}). Stop it with 'conduit dev down {name}', or give this one a --name.");
        }
    }

    private PortPicker Ports(string name)
    {
        // A mesh that just starts may not listen on all of its ports yet.
        var reserved = store.ListRunning()
            .SelectMany(mesh => mesh.Processes)
            .SelectMany(process => process.Listeners)
            .Select(listener => new Port(int.Parse(listener[(listener.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture)))
            .ToHashSet();

        // The same mesh gets the same ports again when they are free, so that a page can be kept open over a restart. Another user's mesh
        // of that name, which may start in this moment and is not in our store, begins elsewhere.
        return new PortPicker(EphemeralPorts.Outside(), StableHash.Of(store.PathOf(name)), reserved, PortPicker.IsFreeOnLoopback);
    }

    private static string Version() =>
        typeof(DevUpOperation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
