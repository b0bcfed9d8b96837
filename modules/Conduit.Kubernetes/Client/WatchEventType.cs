namespace Conduit.Kubernetes.Client;

public enum WatchEventType
{
    Added,
    Modified,
    Deleted,

    /// <summary>Nothing changed; the object carries only the version that a later watch may go on from.</summary>
    Bookmark,
}
