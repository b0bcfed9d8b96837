using System.Collections.Immutable;
using System.Net;

namespace Conduit.Controller.Settings;

/// <summary>How the controller was started.</summary>
internal sealed record ControllerOptions
{
    /// <summary>The state file of a dev mesh; null on a cluster.</summary>
    public string? StateFile { get; init; }

    /// <summary>How to reach the cluster from outside of it; null for the service account of the controller's pod.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>The public API.</summary>
    public IPEndPoint ApiAddress { get; init; } = new(IPAddress.Loopback, 8085);

    /// <summary>What the proxies dial.</summary>
    public IPEndPoint ProxyApiAddress { get; init; } = new(IPAddress.Any, 8086);

    /// <summary>The dashboard.</summary>
    public IPEndPoint WebAddress { get; init; } = new(IPAddress.Loopback, 8084);

    /// <summary>Names, beside this machine's, that the dashboard answers under. Default none.</summary>
    public ImmutableArray<string> WebHosts { get; init; } = [];

    /// <summary>Liveness, readiness and metrics of the controller itself.</summary>
    public IPEndPoint AdminAddress { get; init; } = new(IPAddress.Any, 9995);

    /// <summary>Answers questions about traffic in the ring's place; null for none.</summary>
    public Uri? PrometheusUrl { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The namespace of the control plane.</summary>
    public string ControllerNamespace { get; init; } = "conduit";

    /// <summary>Stop when standard input ends, because the process that started this one is then gone.</summary>
    public bool StopsWithParent { get; init; }
}
