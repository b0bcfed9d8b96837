namespace Conduit.Kubernetes.Credentials;

/// <summary>What a credential plugin is told and what it answers (client.authentication.k8s.io, v1 and v1beta1 alike).</summary>
internal sealed record ExecCredential
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public ExecCredentialSpec? Spec { get; init; }

    public ExecCredentialStatus? Status { get; init; }
}
