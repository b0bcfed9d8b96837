namespace Conduit.Kubernetes.Models;

public sealed record V1SelfSubjectAccessReview : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    public V1SelfSubjectAccessReviewSpec? Spec { get; init; }

    public V1SubjectAccessReviewStatus? Status { get; init; }
}
