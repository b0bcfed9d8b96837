using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A container's port and what stands for it on loopback.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="ContainerPort">The number in the manifest.</param>
/// <param name="AppPort">Where the process listens.</param>
/// <param name="InboundPort">Where the pod's proxy listens for it; what a service leads to.</param>
internal sealed record PortPlan(string Name, Port ContainerPort, Port AppPort, Port InboundPort);
