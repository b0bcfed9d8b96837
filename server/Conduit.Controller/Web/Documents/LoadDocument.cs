namespace Conduit.Controller.Web.Documents;

/// <summary>How much the controller holds and does.</summary>
/// <param name="Series">Series of which traffic is held.</param>
/// <param name="SeriesOverflow">Reports of series that there was no room for.</param>
/// <param name="Taps">Taps that run.</param>
/// <param name="TapEventsDropped">Tap events lost because a client was too slow.</param>
internal sealed record LoadDocument(int Series, long SeriesOverflow, int Taps, long TapEventsDropped);
