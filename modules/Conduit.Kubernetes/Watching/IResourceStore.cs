using Conduit.Kubernetes.Client;

namespace Conduit.Kubernetes.Watching;

/// <summary>Where a reflector puts what it sees. All calls come from one loop.</summary>
public interface IResourceStore<T>
{
    /// <summary>These objects are all there are.</summary>
    void Replace(KubernetesList<T> list);

    /// <summary>Takes one change; never a bookmark.</summary>
    void Apply(WatchEvent<T> change);

    /// <summary>From now on changes do not arrive. What is held stays.</summary>
    /// <param name="fault">Why, as a sentence.</param>
    void Interrupt(string fault);

    /// <summary>Changes arrive again.</summary>
    void Resume();
}
