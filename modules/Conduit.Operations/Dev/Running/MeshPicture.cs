using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Planning;

namespace Conduit.Operations.Dev.Running;

/// <summary>What the plan has become so far, as the controller and other commands read it.</summary>
internal sealed class MeshPicture(DevPlan plan, ProcessIdentity owner, string token, string proxyVersion)
{
    public string Token => token;

    public DevMesh Of(IReadOnlyList<(ProcessPlan Plan, ProcessStatus Status)> processes)
    {
        var byPod = processes.ToLookup(process => process.Plan.Pod);
        var pods = plan.Pods.Select(pod => Pod(pod, [.. byPod[pod]])).ToImmutableArray();
        var ready = pods.Where(pod => pod.Ready).Select(pod => (pod.Namespace, (string?)pod.Name)).ToHashSet();

        return new DevMesh
        {
            Name = plan.Mesh,
            Owner = owner,
            Token = token,
            ApiAddress = $"127.0.0.1:{plan.Controller.ApiPort}",
            WebAddress = $"127.0.0.1:{plan.Controller.WebPort}",
            AppUrl = plan.AppUrl,
            Cluster = new ClusterState
            {
                Workloads = plan.Workloads,
                Pods = pods,
                Services = [.. plan.Services.Select(service => WithReadiness(service, ready))],
            },
            Processes = [.. processes.Select(process => Process(process.Plan, process.Status))],
        };
    }

    private Pod Pod(PodPlan pod, IReadOnlyList<(ProcessPlan Plan, ProcessStatus Status)> processes)
    {
        var apps = processes.Where(process => process.Plan.Role == DevProcessRole.App).Select(process => process.Status).ToList();
        var phase = Phase(apps);
        var failing = processes.FirstOrDefault(process => process.Status.Message.Length > 0);

        return new Pod
        {
            Namespace = pod.Namespace,
            Name = pod.Name,
            Owner = pod.Owner,
            Ip = "127.0.0.1",
            Phase = phase,
            Status = Status(phase, processes),
            Message = failing.Plan is null ? "" : $"{failing.Plan.Name} {failing.Status.Message}",
            Ready = processes.Count > 0 && processes.All(process => process.Status.Phase == ProcessPhase.Ready),
            Meshed = true,
            Restarts = processes.Sum(process => process.Status.Restarts),
            StartedAt = processes.Min(process => process.Status.StartedAt),
            ProxyVersion = proxyVersion,
            Labels = pod.Labels,
        };
    }

    private static PodPhase Phase(IReadOnlyList<ProcessStatus> apps) =>
        apps.All(app => app.Phase == ProcessPhase.Waiting) ? PodPhase.Pending
        : apps.All(app => app.Phase == ProcessPhase.Completed) ? PodPhase.Succeeded
        : apps.Any(app => app.Phase == ProcessPhase.Failed) ? PodPhase.Failed
        : PodPhase.Running;

    // The words that kubectl shows for the same.
    private static string Status(PodPhase phase, IReadOnlyList<(ProcessPlan Plan, ProcessStatus Status)> processes) => phase switch
    {
        PodPhase.Succeeded => "Completed",
        PodPhase.Failed => "Error",
        _ when processes.Any(process => process.Status.Phase == ProcessPhase.BackingOff) => "CrashLoopBackOff",
        _ => phase.ToString(),
    };

    private static Service WithReadiness(Service service, HashSet<(string, string?)> ready) => service with
    {
        Ports = [.. service.Ports.Select(port => port with
        {
            Endpoints = [.. port.Endpoints.Select(endpoint => endpoint with { Ready = ready.Contains((service.Namespace, endpoint.Pod)) })],
        })],
    };

    private static DevProcess Process(ProcessPlan process, ProcessStatus status) => new()
    {
        Role = process.Role,
        Name = process.Name,
        Pod = process.Pod?.FullName,
        Identity = status.Identity,
        Restarts = status.Restarts,
        Listeners = [.. process.Ports.Select(Address)],
        AdminAddress = process.AdminPort is { } admin ? Address(admin) : null,
    };

    private static string Address(Port port) => $"127.0.0.1:{port}";
}
