namespace Conduit.Manifests;

/// <summary>What <c>conduit install</c> renders.</summary>
public sealed record InstallModel
{
    /// <summary>How the control plane itself is meshed. Version, registry and pull policy are the controller's too; its namespace is where all goes.</summary>
    public required ProxyModel Proxy { get; init; }

    /// <summary>One of panic, fatal, error, warn, info, debug.</summary>
    public string ControllerLogLevel { get; init; } = "info";

    /// <summary>Whether API and dashboard get Services. Without, both listen on loopback, and the right to forward a port is the permission.</summary>
    public bool ExposeApi { get; init; }

    /// <summary>Only 1 works: each controller keeps the metrics that it was sent.</summary>
    public int ControllerReplicas { get; init; } = 1;

    /// <summary>Accepted for its history; the controller serves the dashboard.</summary>
    public int WebReplicas { get; init; } = 1;

    /// <summary>Accepted for its history; no Prometheus is installed.</summary>
    public int PrometheusReplicas { get; init; } = 1;
}
