namespace Conduit.Manifests;

/// <summary>The names that injected pods carry; other parts of the mesh and users' tools rely on each.</summary>
public static class MeshNames
{
    public const string ProxyContainer = "conduit-proxy";
    public const string InitContainer = "conduit-init";

    /// <summary>The proxy's port that serves its metrics.</summary>
    public const string MetricsPortName = "conduit-metrics";

    /// <summary>Annotation by which a workload opts out (<c>disabled</c>) or states the default (<c>enabled</c>).</summary>
    public const string InjectAnnotation = "conduit.io/inject";

    /// <summary>Prefix of annotations that set a flag for one workload.</summary>
    public const string ConfigPrefix = "config.conduit.io/";

    public const string CreatedByAnnotation = "conduit.io/created-by";
    public const string ProxyVersionAnnotation = "conduit.io/proxy-version";

    /// <summary>Annotation that tells uninject which parents inject had to create, and what stood in their place.</summary>
    public const string ReplacedAnnotation = "conduit.io/replaced";

    public const string ControlPlaneLabel = "conduit.io/control-plane-ns";
    public const string ComponentLabel = "conduit.io/control-plane-component";

    /// <summary>The ConfigMap in the control plane's namespace that holds the settings it was rendered with.</summary>
    public const string SettingsConfigMap = "conduit-config";

    /// <summary>Prefix of the label that names a pod's workload; its kind follows, as in <c>conduit.io/proxy-deployment</c>.</summary>
    public const string WorkloadLabelPrefix = "conduit.io/proxy-";
}
