using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>The controller's ports on loopback.</summary>
internal sealed record ControllerPlan(Port ApiPort, Port ProxyApiPort, Port WebPort, Port AdminPort);
