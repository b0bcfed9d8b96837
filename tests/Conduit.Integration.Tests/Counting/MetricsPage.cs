using System.Globalization;

namespace Conduit.Integration.Tests.Counting;

/// <summary>Reads a proxy's <c>/metrics</c> as a scraper does.</summary>
internal static class MetricsPage
{
    /// <summary>The sum of a counter over all series whose labels contain each of <paramref name="labels"/>.</summary>
    public static async Task<double> SumAsync(Uri page, string counter, params string[] labels)
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(page);

        return text.Split('\n')
            .Where(line => line.StartsWith(counter + "{", StringComparison.Ordinal) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
