using Conduit.Model.Addresses;

namespace Conduit.Operations.Clusters;

/// <summary>What the controller serves inside its pod to people and their tools.</summary>
internal static class ControllerPorts
{
    public static Port Web { get; } = new(8084);

    public static Port PublicApi { get; } = new(8085);
}
