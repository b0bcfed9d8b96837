namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Whether an endpoint wants traffic; the greater, the more.</summary>
internal enum Readiness
{
    NotReady,

    /// <summary>On its way out, but still serving: the last resort of a service that has nothing better.</summary>
    Draining,

    Ready,
}
