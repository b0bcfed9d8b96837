using System.Collections.Immutable;
using Conduit.Kubernetes.Models;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Planning;

/// <summary>From objects to processes: pure but for the look at which ports are free.</summary>
internal sealed class DevPlanner(string mesh, ImmutableDictionary<string, string> commands, PortPicker ports)
{
    private const int HttpPort = 80;

    private readonly PlanNotes _notes = new();

    /// <exception cref="Model.Failures.ConduitException">With every fault of the manifest.</exception>
    public DevPlan Plan(IReadOnlyList<DevObject> objects)
    {
        RequireNames(objects);
        RequireDistinct(objects);

        var controller = new ControllerPlan(ports.Next(), ports.Next(), ports.Next(), ports.Next());
        var workloads = objects.Select(item => DevWorkload.Of(item, _notes)).OfType<DevWorkload>().ToList();
        var services = new ServiceTable(objects);
        var chosen = new DevCommands(commands);
        var planner = new PodPlanner(services, new ConfigTable(objects), chosen, ports, _notes);
        var pods = workloads.SelectMany(planner.PodsOf).ToList();
        var servicePlanner = new ServicePlanner(pods, _notes);
        var plannedServices = services.All.Select(servicePlanner.Plan).ToImmutableArray();

        chosen.ReportUnused(_notes);
        RequireWork(workloads);
        _notes.ThrowIfAny();

        return new DevPlan
        {
            Mesh = mesh,
            Controller = controller,
            Builds = [.. workloads.SelectMany(DevCommands.BuildsOf).Distinct()],
            Workloads = [.. workloads.Select(workload => workload.Owner).OfType<Workload>()],
            Pods = [.. pods],
            Services = plannedServices,
            AppUrl = AppUrl(plannedServices),
            Warnings = [.. _notes.Warnings],
        };
    }

    private static string? AppUrl(IEnumerable<Service> services) => services
        .SelectMany(service => service.Ports)
        .Where(port => port.Endpoints.Length > 0 && (port.Port == HttpPort || port.Name.StartsWith("http", StringComparison.Ordinal)))
        .OrderByDescending(port => port.Port == HttpPort)
        .Select(port => $"http://{port.Endpoints[0].Address}/")
        .FirstOrDefault();

    private void RequireNames(IReadOnlyList<DevObject> objects)
    {
        foreach (var item in objects.Where(item => item.Name.Length == 0 && item.Value is not KubernetesObject))
        {
            _notes.Problem(item.At("metadata", $"this {item.Value.Kind} has no metadata.name"));
        }
    }

    private void RequireDistinct(IReadOnlyList<DevObject> objects)
    {
        var same = objects.GroupBy(item => (item.Value.ApiVersion, item.Value.Kind, item.Namespace, item.Name));

        foreach (var twice in same.SelectMany(group => group.Skip(1)))
        {
            _notes.Problem(twice.At("metadata.name", $"{twice.Title} of namespace {twice.Namespace} is there twice"));
        }
    }

    private void RequireWork(List<DevWorkload> workloads)
    {
        if (workloads.Count == 0)
        {
            _notes.Problem("nothing to run: the manifest has no Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or Pod.");
        }
    }
}
