using System.Collections.Immutable;

namespace Conduit.Manifests;

/// <summary>What <c>conduit install</c> renders.</summary>
public sealed record InstallModel
{
    /// <summary>How the control plane itself is meshed. Version, registry and pull policy are the controller's too; its namespace is where all goes.</summary>
    public required ProxyModel Proxy { get; init; }

    /// <summary>What an upgrade keeps: settings, by name, that differ from the product's own. See <see cref="InstallSettings.Kept"/>.</summary>
    public ImmutableSortedDictionary<string, string> Kept { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>One of panic, fatal, error, warn, info, debug.</summary>
    public string ControllerLogLevel { get; init; } = "info";

    /// <summary>Whether API and dashboard get Services. Without, both listen on loopback, and the right to forward a port is the permission.</summary>
    public bool ExposeApi { get; init; }

    /// <summary>Names, beside this machine's, that the dashboard answers under: those that people reach it by when it is exposed.</summary>
    public ImmutableArray<string> WebHosts { get; init; } = [];

    /// <summary>Whether a Prometheus is installed, which then answers for statistics.</summary>
    public bool Prometheus { get; init; }

    /// <summary>That Prometheus's image, with its tag.</summary>
    public string PrometheusImage { get; init; } = "prom/prometheus:v2.55.1";

    /// <summary>Where a Prometheus answers that reads this mesh's metrics; null for none.</summary>
    public Uri? PrometheusUrl { get; init; }

    /// <summary>Only 1 works: each controller keeps the metrics that it was sent.</summary>
    public int ControllerReplicas { get; init; } = 1;

    /// <summary>Accepted for its history; the controller serves the dashboard.</summary>
    public int WebReplicas { get; init; } = 1;

    /// <summary>Accepted for its history; <see cref="Prometheus"/> installs one.</summary>
    public int PrometheusReplicas { get; init; } = 1;
}
