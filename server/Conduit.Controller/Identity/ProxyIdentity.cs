using Conduit.Controller.Cluster;

namespace Conduit.Controller.Identity;

/// <summary>Which proxy calls: the pod that it stands beside, and its version, empty when it did not say.</summary>
internal sealed record ProxyIdentity(PodName Pod, string Version);
