using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Dev.Planning;

/// <summary>The manifest's services, by the names that cluster DNS would know them under.</summary>
internal sealed class ServiceTable(IEnumerable<DevObject> objects)
{
    private readonly Dictionary<(string Namespace, string Name), DevObject> _services = objects
        .Where(item => item.Value is V1Service)
        .DistinctBy(item => (item.Namespace, item.Name))
        .ToDictionary(item => (item.Namespace, item.Name));

    public IEnumerable<DevObject> All => _services.Values;

    /// <summary>
    /// The service behind <c>name</c>, <c>name.namespace</c>, <c>name.namespace.svc</c> or <c>name.namespace.svc.cluster.local</c>.
    /// </summary>
    public V1Service? Find(string host, string fromNamespace)
    {
        var parts = host.TrimEnd('.').Split('.');
        var known = parts is [_] or [_, _] or [_, _, "svc"] or [_, _, "svc", "cluster", "local"];
        var key = (parts.Length == 1 ? fromNamespace : parts[1], parts[0]);
        return known && _services.TryGetValue(key, out var service) ? (V1Service)service.Value : null;
    }

    public static bool HasPort(V1Service service, int port) => service.Spec?.Ports?.Any(candidate => candidate.Port == port) == true;
}
