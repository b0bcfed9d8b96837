using System.Collections.Concurrent;
using Conduit.Model.Failures;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts the errors that the proxy answered with itself.</summary>
internal sealed class ErrorMetrics : IMetricsSection
{
    private const string Name = "conduit_proxy_errors_total";

    private readonly ConcurrentDictionary<(ProxyError Error, Direction Direction), long> _counts = new();

    public void Count(ProxyError error, Direction direction) => _counts.AddOrUpdate((error, direction), 1, (_, count) => count + 1);

    public void Write(MetricsText text)
    {
        text.Describe(Name, "counter", "Errors that the proxy answered with in the application's place.");

        foreach (var ((error, direction), count) in _counts.OrderBy(pair => pair.Key.Error.Code, StringComparer.Ordinal).ThenBy(pair => pair.Key.Direction))
        {
            text.Value(Name, Labels(error, direction), count);
        }
    }

    // The header's value is "code class", spelled once in Model.
    private static string Labels(ProxyError error, Direction direction) => string.Join(
        ',',
        MetricsText.Label("code", error.Code),
        MetricsText.Label("class", error.HeaderValue[(error.Code.Length + 1)..]),
        MetricsText.Label("direction", direction.Label()));
}
