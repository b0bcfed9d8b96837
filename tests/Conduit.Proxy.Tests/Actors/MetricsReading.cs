using System.Globalization;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>What a proxy's page of metrics says, which it may say a moment after its peers saw what it counts.</summary>
internal static class MetricsReading
{
    /// <summary>Waits for whole lines.</summary>
    public static async Task ShowsAsync(this TestProxy proxy, params string[] lines)
    {
        foreach (var line in lines)
        {
            await Eventually.Holds(async () => (await proxy.MetricsAsync()).Split('\n').Contains(line), what: line);
        }
    }

    /// <summary>A series' value; 0 when there is no such series.</summary>
    public static async Task<double> ValueAsync(this TestProxy proxy, string series)
    {
        var line = (await proxy.MetricsAsync()).Split('\n').SingleOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
