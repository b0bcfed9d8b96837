using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Failures;

/// <summary>The API server gave no usable answer: it cannot be reached or trusted, is overloaded, or is none at all. Another try may help.</summary>
public sealed class ApiUnavailableException(string id, string message, Exception? cause = null) : ConduitException(id, message, cause)
{
    /// <summary>How long the API server asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
