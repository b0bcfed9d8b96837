using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>From a plan to the processes that carry it out. Names of settings are those that controller and proxy read.</summary>
internal sealed class ProcessPlans(DevPlan plan, DevRuntime runtime, string stateFile, string token, HttpClient probes)
{
    public const string ProxyName = "conduit-proxy";
    public const string ControllerName = "controller";

    // Both end when their standard input does, so that none outlives a killed `dev up`.
    private static readonly KeyValuePair<string, string> ParentPipe = KeyValuePair.Create("CONDUIT_PARENT_PIPE", "1");

    private ProcessPlan Controller { get; } = new()
    {
        Role = DevProcessRole.Controller,
        Name = ControllerName,
        Spec = new ProcessSpec
        {
            Program = runtime.Host,
            Arguments =
            [
                runtime.ControllerAssembly,
                "--state-file", stateFile,
                "--api-addr", Address(plan.Controller.ApiPort),
                "--proxy-api-addr", Address(plan.Controller.ProxyApiPort),
                "--web-addr", Address(plan.Controller.WebPort),
                "--admin-addr", Address(plan.Controller.AdminPort),
                "--log-level", "info",
            ],
            Folder = Path.GetDirectoryName(runtime.ControllerAssembly)!,
            Environment = Environment(),
            HoldsInput = true,
        },
        Probe = new HttpProbe(probes, plan.Controller.AdminPort),
        Ports = [plan.Controller.ApiPort, plan.Controller.ProxyApiPort, plan.Controller.WebPort, plan.Controller.AdminPort],
        AdminPort = plan.Controller.AdminPort,
    };

    /// <summary>The controller, then each pod's proxy and containers.</summary>
    public IEnumerable<ProcessPlan> All() =>
        [Controller, .. plan.Pods.SelectMany(pod => pod.Containers.Select(container => App(pod, container)).Prepend(Proxy(pod)))];

    private ProcessPlan Proxy(PodPlan pod)
    {
        var inbound = pod.Containers.SelectMany(container => container.Ports).ToList();
        var upstreams = pod.Proxy.Upstreams;

        return new ProcessPlan
        {
            Role = DevProcessRole.Proxy,
            Name = ProxyName,
            Pod = pod,
            Spec = new ProcessSpec
            {
                Program = runtime.Host,
                Arguments = [runtime.ProxyAssembly],
                Folder = Path.GetDirectoryName(runtime.ProxyAssembly)!,

                // The last two are set even when they are empty: without them a proxy serves what iptables would send it.
                Environment = Environment(
                    ("CONDUIT_PROXY_CONTROL_URL", Url(plan.Controller.ProxyApiPort)),
                    ("CONDUIT_PROXY_METRICS_LISTENER", Url(pod.Proxy.MetricsPort)),
                    ("CONDUIT_PROXY_POD_NAMESPACE", pod.Namespace),
                    ("CONDUIT_PROXY_POD_NAME", pod.Name),
                    ("CONDUIT_PROXY_TOKEN", token),
                    ("CONDUIT_PROXY_FORWARDS", string.Join(',', inbound.Select(port => $"{Url(port.InboundPort)}={Url(port.AppPort)}"))),
                    ("CONDUIT_PROXY_UPSTREAMS", string.Join(',', upstreams.Select(upstream => $"{Url(upstream.ListenerPort)}={upstream.Authority}")))),
                HoldsInput = true,
            },
            Probe = new HttpProbe(probes, pod.Proxy.MetricsPort),
            Ports = [.. inbound.Select(port => port.InboundPort), .. upstreams.Select(upstream => upstream.ListenerPort), pod.Proxy.MetricsPort],
            AdminPort = pod.Proxy.MetricsPort,
        };
    }

    private ProcessPlan App(PodPlan pod, ContainerPlan container)
    {
        ImmutableArray<Port> ports = [.. container.Ports.Select(port => port.AppPort)];

        return new ProcessPlan
        {
            Role = DevProcessRole.App,
            Name = container.Name,
            Pod = pod,
            Spec = ShellCommand.Of(container.Command, container.Folder, WithHostOnPath(container.Environment)),
            Restart = pod.Restart,
            Probe = new ListeningProbe(ports),
            Ports = ports,
        };
    }

    // Commands say `dotnet`, and who runs conduit by its full path may have none on the path.
    private ImmutableSortedDictionary<string, string> WithHostOnPath(ImmutableSortedDictionary<string, string> environment) =>
        environment.ContainsKey("PATH") || Path.GetDirectoryName(runtime.Host) is not { Length: > 0 } folder
            ? environment
            : environment.Add("PATH", string.Join(Path.PathSeparator, System.Environment.GetEnvironmentVariable("PATH"), folder));

    private static ImmutableSortedDictionary<string, string> Environment(params (string Name, string Value)[] entries) => entries
        .Select(entry => KeyValuePair.Create(entry.Name, entry.Value))
        .Append(ParentPipe)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Address(Port port) => $"127.0.0.1:{port}";

    private static string Url(Port port) => $"tcp://{Address(port)}";
}
