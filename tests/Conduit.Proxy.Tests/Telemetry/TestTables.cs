using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Tests.Telemetry;

internal static class TestTables
{
    public static HttpSeriesTable Create(TimeProvider time)
    {
        var read = ProxyOptionsReader.Read(new Dictionary<string, string> { [SettingNames.PodNamespace] = "test", [SettingNames.MetricsRetainIdle] = "10m" });
        return new HttpSeriesTable(read.Options!, time);
    }

    public static RequestHead HeadOf(string authority) => new("GET", "http", authority, "/", IsGrpc: false, IsProbe: false);
}
