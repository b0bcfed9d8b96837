using Conduit.TestPod.Load;

namespace Conduit.EndToEnd.Reports;

/// <summary>One line of the report: what was done to the mesh, and what became of the calls meanwhile.</summary>
internal sealed record TrafficStep(string Name, string Caller, TimeSpan Duration, LoadCounts Counts);
