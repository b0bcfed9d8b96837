using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol.Taps;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Web.Streams;

public sealed class TapStreamTests
{
    [Fact]
    public async Task A_request_is_shown_step_by_step()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var (hub, page) = (controller.Get<TapHub>(), new WebPage(controller));
        var proxy = hub.Attach(new PodName(Mesh.Namespace, "web-1"));
        await using var events = await page.OpenAsync("tap?kind=deployment&namespace=emojivoto&name=web");
        var tap = await StartedAsync(proxy);

        foreach (var report in TapEvents.Whole(tap, 77))
        {
            hub.Deliver(proxy, report);
        }

        var (first, request) = await events.NextAsync();
        var (second, response) = await events.NextAsync();
        var (third, end) = await events.NextAsync();

        Assert.Equal(("request", "response", "end"), (first, second, third));
        Assert.Equal("web-svc:80", request.GetProperty("authority").GetString());
        Assert.Equal("web", request.GetProperty("destination").GetProperty("resource").GetProperty("name").GetString());
        Assert.Equal(request.GetProperty("id").GetString(), end.GetProperty("id").GetString());
        Assert.False(end.TryGetProperty("path", out _));
        Assert.Equal("""[{"name":"accept","value":"*/*"},{"name":"cookie"}]""", request.GetProperty("headers").GetRawText());
        Assert.Equal(2, response.GetProperty("headersLeftOut").GetInt32());
    }

    [Fact]
    public async Task Filters_reach_the_proxy()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var proxy = controller.Get<TapHub>().Attach(new PodName(Mesh.Namespace, "web-1"));

        await using var events = await new WebPage(controller).OpenAsync(
            "tap?kind=deployment&namespace=emojivoto&name=web&method=POST&path=/api&to=deployment/voting&maxRps=50");

        var match = (await CommandAsync(proxy)).Start.Match;
        Assert.Equal(3, match.All.Matches.Count);
        Assert.Contains(match.All.Matches, part => part.Http?.Path?.Prefix == "/api");
        Assert.Contains(match.All.Matches, part => part.Http?.Method?.Registered == Protocol.Common.HttpMethod.Types.Registered.Post);
    }

    [Fact]
    public async Task A_tap_that_nobody_watches_any_more_ends()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var hub = controller.Get<TapHub>();

        await using (var events = await new WebPage(controller).OpenAsync("tap?kind=deployment&namespace=emojivoto&name=web"))
        {
            Assert.Equal(1, hub.Count);
        }

        await Eventually.Holds(() => hub.Count == 0);
    }

    [Fact]
    public async Task A_tap_of_nothing_says_so()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());

        var (status, error) = await new WebPage(controller).RefusedAsync("tap?kind=deployment&namespace=emojivoto&name=nobody");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("no pods found for deployment/nobody in namespace emojivoto", error);
    }

    private static async Task<ulong> StartedAsync(AttachedProxy proxy) => (await CommandAsync(proxy)).Start.TapId;

    private static async Task<TapCommand> CommandAsync(AttachedProxy proxy)
    {
        await using var commands = proxy.CommandsAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await Eventually.Ends(commands.MoveNextAsync().AsTask()));
        return commands.Current;
    }
}
