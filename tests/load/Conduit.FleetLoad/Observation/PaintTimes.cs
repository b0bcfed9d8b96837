namespace Conduit.FleetLoad.Observation;

/// <param name="Place">Behind the page's address.</param>
/// <param name="FirstPaint">Of anything, since the page was asked for.</param>
/// <param name="Shown">When the mesh could be seen.</param>
internal sealed record PaintTimes(string Place, TimeSpan FirstPaint, TimeSpan Shown);
