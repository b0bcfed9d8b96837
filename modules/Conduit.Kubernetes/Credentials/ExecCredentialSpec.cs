namespace Conduit.Kubernetes.Credentials;

internal sealed record ExecCredentialSpec
{
    public ExecCredentialCluster? Cluster { get; init; }

    public bool Interactive { get; init; }
}
