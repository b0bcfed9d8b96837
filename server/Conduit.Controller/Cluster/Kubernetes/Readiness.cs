namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Whether an endpoint wants traffic; the greater, the more.</summary>
internal enum Readiness
{
    NotReady,

    /// <summary>On its way out, but still serving: the last resort of a service that has nothing better.</summary>
    Draining,

    /// <summary>Not ready only because nothing was heard of its node: the last resort as well.</summary>
    Unheard,

    Ready,
}
