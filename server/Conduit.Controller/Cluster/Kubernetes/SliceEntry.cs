using System.Collections.Immutable;
using System.Net.Sockets;
using Conduit.Kubernetes.Client;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>A part of a service's endpoints: every address has every port.</summary>
/// <param name="Service">The service; null when the slice belongs to none.</param>
/// <param name="Family">Which addresses these are.</param>
/// <param name="Ports">The TCP ports by the service port's name, which is empty where there is only one.</param>
/// <param name="Addresses">The addresses.</param>
internal sealed record SliceEntry(
    ObjectName? Service, AddressFamily Family, ImmutableArray<KeyValuePair<string, int>> Ports, ImmutableArray<SliceAddress> Addresses);
