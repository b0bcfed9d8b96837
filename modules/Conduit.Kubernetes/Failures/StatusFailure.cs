using System.Net;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Models;
using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Failures;

/// <summary>Says what a status of the API server means to the person who made the call.</summary>
internal static class StatusFailure
{
    public static ConduitException Of(V1Status status, KubernetesClientConfiguration configuration)
    {
        var said = status.Message is { Length: > 0 } message ? message.TrimEnd('.') : status.Reason ?? "no reason given";

        return (HttpStatusCode?)status.Code switch
        {
            HttpStatusCode.Unauthorized => new NotAuthenticatedException(
                $"the API server at {configuration.Host} does not accept the credentials of {configuration.Source}. Log in again, or get a new kubeconfig.",
                status),
            HttpStatusCode.Forbidden => new AccessDeniedException(
                $"this is not permitted: {said}. Ask for a role that allows it, or use another context.", status),
            HttpStatusCode.NotFound when status.Reason is null => new ResourceNotFoundException(
                $"{configuration.Host} ({configuration.Source}) does not serve what was asked for: {said}. Check 'server', and the cluster's version.",
                status),
            HttpStatusCode.NotFound => new ResourceNotFoundException($"{Sentence(said)}. Check the name and the namespace.", status),
            HttpStatusCode.Conflict => new ResourceConflictException($"{Sentence(said)}. Look at the object as it is now and try again.", status),
            HttpStatusCode.Gone => new ResourceExpiredException($"{Sentence(said)}. List the objects again.", status),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new ApiUnavailableException(
                "ApiUnavailable", $"the API server at {configuration.Host} cannot answer now: {said}. Try again in a moment.")
            {
                RetryAfter = status.Details?.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            },
            _ => new KubernetesException("ApiRefused", $"the API server refused the request: {said}. Correct it and try again.", status),
        };
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
