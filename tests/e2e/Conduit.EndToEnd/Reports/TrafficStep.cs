using Conduit.TestPod.Load;

namespace Conduit.EndToEnd.Reports;

/// <summary>One line of the report: what was done to the mesh, and what became of the calls meanwhile.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Caller">Where the calls came from.</param>
/// <param name="Took">How long it took until all was well again.</param>
/// <param name="Counted">How long calls were counted.</param>
/// <param name="Counts">The calls.</param>
/// <param name="Reasons">Why calls may have failed.</param>
internal sealed record TrafficStep(string Name, string Caller, TimeSpan Took, TimeSpan Counted, LoadCounts Counts, FailureReasons Reasons);
