namespace Conduit.FleetLoad.Observation;

/// <summary>What a run found.</summary>
internal sealed record FleetResult(IReadOnlyList<PaintTimes> Paints, IReadOnlyList<Minute> Minutes);
