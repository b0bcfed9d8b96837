using Conduit.Controller.Metrics;
using Conduit.Model.Cluster;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>What proxies counted in a stretch of time that ends now.</summary>
internal interface ITrafficWindow
{
    /// <summary>How much time it covers, which is less than was asked for when less is held.</summary>
    TimeSpan Length { get; }

    /// <summary>
    /// Adds up every series. <paramref name="selectorFor"/> gives, for each pod that matters, what names the totals that a series of
    /// its proxy belongs to, or null.
    /// </summary>
    void Read(Func<Pod, Func<SeriesKey, TrafficTotals?>?> selectorFor);
}
