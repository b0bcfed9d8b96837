using System.Diagnostics;
using Microsoft.Playwright;

namespace Conduit.FleetLoad.Observation;

/// <summary>A Chromium that looks at the dashboard.</summary>
internal sealed class Page : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Workloads = "#/workloads/deployment";

    // What a person needs to see before the page is of use to them.
    private static readonly (string Place, string Sight)[] Places =
        [("#/", "main table tbody tr"), (Workloads, "main table tbody tr"), ("#/map?ns=ns-01", "main svg a")];

    private readonly Uri _address;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private ICDPSession? _session;

    private Page(Uri address, IPlaywright playwright, IBrowser browser) => (_address, _playwright, _browser) = (address, playwright, browser);

    /// <summary>Null where Chromium is not there.</summary>
    public static async Task<Page?> OpenAsync(Uri address)
    {
        if (!File.Exists(Chromium))
        {
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return new Page(address, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, ChromiumSandbox = false }));
    }

    /// <summary>For each place the first paint, and when it showed what the mesh does.</summary>
    public async Task<IReadOnlyList<PaintTimes>> TimePaintsAsync()
    {
        var times = new List<PaintTimes>();

        foreach (var (place, sight) in Places)
        {
            await using var context = await _browser.NewContextAsync();
            var page = await context.NewPageAsync();
            var since = Stopwatch.GetTimestamp();
            await page.GotoAsync(new Uri(_address, place).ToString());
            await page.Locator(sight).First.WaitForAsync(new() { Timeout = 60_000 });
            var shown = Stopwatch.GetElapsedTime(since);
            var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
            times.Add(new PaintTimes(place, TimeSpan.FromMilliseconds(paint), shown));
        }

        return times;
    }

    /// <summary>Opens the list of all workloads and leaves it open.</summary>
    public async Task StayAsync()
    {
        var page = await (await _browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(_address, Workloads).ToString());
        _session = await page.Context.NewCDPSessionAsync(page);
        await _session.SendAsync("Performance.enable");
    }

    /// <summary>What the open page holds after a collection.</summary>
    public async Task<PageMemory> MeasureAsync()
    {
        await _session!.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await _session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return new PageMemory(metrics["JSHeapUsedSize"] / 1e6, (int)metrics["Nodes"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
