namespace Conduit.Controller.Metrics;

/// <summary>Ten seconds of a timeline.</summary>
/// <param name="End">The second at which they end, itself not included, on the ring's clock.</param>
/// <param name="Totals">What was counted in them; null when nothing was.</param>
internal readonly record struct TimelinePoint(int End, TrafficTotals? Totals);
