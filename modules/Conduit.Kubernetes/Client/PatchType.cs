namespace Conduit.Kubernetes.Client;

/// <summary>How a patch is meant.</summary>
public enum PatchType
{
    /// <summary>RFC 7386: what it names is replaced, null removes.</summary>
    MergePatch,

    /// <summary>RFC 6902: a list of operations.</summary>
    JsonPatch,

    /// <summary>Kubernetes' own: like a merge, with lists merged by key.</summary>
    StrategicMergePatch,
}
