namespace Conduit.FleetLoad.Observation;

/// <param name="Resident">MB.</param>
/// <param name="Heap">MB of objects when garbage was last collected.</param>
internal sealed record ControllerMemory(double Resident, double Heap);
