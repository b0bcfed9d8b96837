using System.Globalization;

namespace Conduit.Load.Soak;

/// <summary>What a proxy says that it counted.</summary>
/// <param name="Requests">Requests that began.</param>
/// <param name="Successes">Responses that ended well.</param>
/// <param name="Failures">All other responses.</param>
internal sealed record ProxyCounters(long Requests, long Successes, long Failures)
{
    public static async Task<ProxyCounters> ReadAsync(int port)
    {
        using var client = new HttpClient();
        var lines = (await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"))).Split('\n');
        return new ProxyCounters(
            Sum(lines, "request_total{"), Sum(lines, "response_total{", "classification=\"success\""), Sum(lines, "response_total{", "classification=\"failure\""));
    }

    private static long Sum(IEnumerable<string> lines, string name, string label = "") => lines
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => long.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
