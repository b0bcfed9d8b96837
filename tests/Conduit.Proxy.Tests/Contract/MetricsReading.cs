using System.Globalization;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Contract;

internal static class MetricsReading
{
    /// <summary>Waits for a whole line.</summary>
    public static Task ShowsAsync(this TestProxy proxy, string line) =>
        Eventually.Holds(async () => (await proxy.MetricsAsync()).Split('\n').Contains(line), what: line);

    /// <summary>A series' value; 0 when there is no such series.</summary>
    public static async Task<double> ValueAsync(this TestProxy proxy, string series)
    {
        var line = (await proxy.MetricsAsync()).Split('\n').SingleOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
