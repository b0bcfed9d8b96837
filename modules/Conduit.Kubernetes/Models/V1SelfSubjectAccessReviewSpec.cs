namespace Conduit.Kubernetes.Models;

public sealed record V1SelfSubjectAccessReviewSpec
{
    public V1ResourceAttributes? ResourceAttributes { get; init; }
}
