namespace Conduit.FleetLoad.Observation;

/// <param name="Megabytes">Of the page's objects.</param>
/// <param name="Nodes">Of its document.</param>
internal sealed record PageMemory(double Megabytes, int Nodes);
