namespace Conduit.FleetLoad.Observation;

/// <summary>One minute of a run.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cores">That the controller kept busy.</param>
/// <param name="Memory">Of the controller at the minute's end.</param>
/// <param name="Stat">How long one answer took.</param>
/// <param name="Update">From a report to the page's event.</param>
/// <param name="Page">Null where nobody looked.</param>
internal sealed record Minute(int Number, double Cores, ControllerMemory Memory, TimeSpan Stat, TimeSpan Update, PageMemory? Page);
