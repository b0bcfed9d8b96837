namespace Conduit.Operations.Dev.Planning;

/// <summary>The controller's ports on loopback.</summary>
internal sealed record ControllerPlan(int ApiPort, int ProxyApiPort, int WebPort, int AdminPort);
