namespace Conduit.Controller.Metrics;

/// <summary>How often proxies report: every second in a small mesh, and less often in a large one, so that the work stays bounded.</summary>
internal static class ReportPace
{
    private const int ReportsPerSecond = 200;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static TimeSpan PauseFor(int proxies)
    {
        var fair = TimeSpan.FromSeconds((double)proxies / ReportsPerSecond);
        return fair < Shortest ? Shortest : fair > Longest ? Longest : fair;
    }
}
