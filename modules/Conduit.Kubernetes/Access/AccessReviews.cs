using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Access;

/// <summary>Asks the API server what the caller may do.</summary>
public static class AccessReviews
{
    public static async Task<AccessDecision> ReviewAccessAsync(
        this IKubernetes kubernetes, V1ResourceAttributes attributes, CancellationToken cancellationToken)
    {
        var review = new V1SelfSubjectAccessReview
        {
            ApiVersion = "authorization.k8s.io/v1",
            Kind = "SelfSubjectAccessReview",
            Spec = new V1SelfSubjectAccessReviewSpec { ResourceAttributes = attributes },
        };
        var answer = await kubernetes.CreateAsync(KubernetesResources.SelfSubjectAccessReviews, review, cancellationToken);
        return new AccessDecision(answer.Status?.Allowed == true, answer.Status?.Reason ?? answer.Status?.EvaluationError ?? "");
    }
}
