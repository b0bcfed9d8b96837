using System.Globalization;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.FleetLoad.Fleet;

/// <summary>A mesh that is only told of: so many Deployments of one pod each, of which each calls some others.</summary>
internal sealed class FleetPlan(int workloads, int calls, int namespaces)
{
    public const string Token = "fleet";
    public const int Port = 80;

    // Apart from the others, so that what it counts changes only when somebody wants to see how soon that shows.
    private const string QuietNamespace = "quiet";

    public int Workloads => workloads;

    /// <summary>The one that counts nothing by itself.</summary>
    public Pod Quiet { get; } = PodOf(QuietNamespace, "quiet");

    public Pod PodAt(int index) => PodOf(Text($"ns-{index % namespaces:00}"), Text($"workload-{index:0000}"));

    /// <summary>The workloads that one calls.</summary>
    public IEnumerable<int> CalledBy(int index) => Enumerable.Range(1, calls).Select(call => (index + (call * call * 7)) % workloads);

    public static string ServiceOf(Pod pod) => pod.Owner!.Name + "-svc";

    public DevMesh Mesh() => new()
    {
        Name = "fleet",
        Owner = new ProcessIdentity(Environment.ProcessId, DateTimeOffset.UnixEpoch),
        Token = Token,
        ApiAddress = "127.0.0.1:0",
        WebAddress = "127.0.0.1:0",
        Cluster = new ClusterState
        {
            Workloads = [.. Pods().Select(pod => pod.Owner!)],
            Pods = [.. Pods()],
            Services = [.. Pods().Select(ServiceFor)],
        },
    };

    private IEnumerable<Pod> Pods() => Enumerable.Range(0, workloads).Select(PodAt).Append(Quiet);

    private static Service ServiceFor(Pod pod) => new()
    {
        Namespace = pod.Namespace,
        Name = ServiceOf(pod),
        Ports = [new ServicePort { Port = Port, Endpoints = [new Endpoint { Address = "127.0.0.1:9", Pod = pod.Name }] }],
    };

    private static Pod PodOf(string space, string name) => new()
    {
        Namespace = space,
        Name = name + "-6d4cf56db6-x7x7x",
        Owner = new Workload { Namespace = space, Kind = ResourceKind.Deployment, Name = name },
        Ip = "127.0.0.1",
        Phase = PodPhase.Running,
        Status = "Running",
        Ready = true,
        Meshed = true,
        StartedAt = DateTimeOffset.UnixEpoch,
        ProxyVersion = "0.1.0",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
