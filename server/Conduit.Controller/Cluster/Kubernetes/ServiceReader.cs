using Conduit.Kubernetes.Models;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Reads services, without where they lead.</summary>
internal static class ServiceReader
{
    private const string Tcp = "TCP";
    private const string ExternalName = "ExternalName";
    private const string Headless = "None";

    /// <summary>Null for a service that is only another name of something outside: DNS leads there, not we.</summary>
    public static ServiceEntry? Read(V1Service service) => service.Spec?.Type == ExternalName ? null : new ServiceEntry(new Service
    {
        Namespace = service.Metadata?.NamespaceProperty ?? "",
        Name = service.Metadata?.Name ?? "",
        ClusterIp = service.Spec?.ClusterIP is { Length: > 0 } ip and not Headless ? ip : null,
        Ports =
        [
            .. (service.Spec?.Ports ?? [])
                .Where(port => port.Protocol is null or Tcp && port.Port is not null)
                .Select(port => new ServicePort { Name = port.Name ?? "", Port = port.Port!.Value }),
        ],
    });
}
