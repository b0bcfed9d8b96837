using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Watching;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Makes reflectors, each with a pace of its own.</summary>
internal sealed class ReflectorFactory(Random random, TimeProvider time, ILoggerFactory loggers)
{
    public Reflector<T> Create<T>(IResourceSource<T> source, IResourceStore<T> store)
        where T : IKubernetesObject => new(source, store, new Backoff(NextRandom()), time, loggers.CreateLogger<Reflector<T>>());

    /// <summary>Reflectors run at the same time, and a <see cref="Random"/> serves only one.</summary>
    public Random NextRandom() => new(random.Next());
}
