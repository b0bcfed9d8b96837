namespace Conduit.Kubernetes.Client;

/// <summary>Which objects of a collection; all of them in all namespaces by default.</summary>
public sealed record ListScope
{
    public static ListScope Everything { get; } = new();

    /// <summary>Null for all namespaces.</summary>
    public string? Namespace { get; init; }

    /// <summary>Such as <c>app=web,tier!=db</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Such as <c>status.phase=Running</c>.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>How many objects the API server sends at a time; default 500.</summary>
    public int PageSize { get; init; } = 500;
}
