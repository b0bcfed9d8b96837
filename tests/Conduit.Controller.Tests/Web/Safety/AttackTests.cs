using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Controller.Listeners;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Controller.Web.Streams;
using Conduit.Testing.Time;
using Header = Conduit.Protocol.Common.TapEvent.Types.Header;

namespace Conduit.Controller.Tests.Web.Safety;

public sealed class AttackTests
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/stat?kind=pod")]
    [InlineData("/api/v1/watch?q=pods")]
    [InlineData("/nothing/here")]
    public async Task A_foreign_host_reads_nothing(string path)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());

        var (status, body) = await new WebPage(controller).GetAsync(path, host: "rebound.example.com");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("web", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_operator_gave_is_no_foreign_host()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small(), webHosts: ["Mesh.example.org", "10.0.0.1"]);
        var page = new WebPage(controller);

        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/api/v1/pods", host: "mesh.example.org:6443")).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/api/v1/pods", host: "10.0.0.1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/api/v1/pods", host: "localhost:8084")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await page.GetAsync("/api/v1/pods", host: "evil.mesh.example.org")).Status);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    public async Task Pages_of_other_sites_get_no_data(string site, HttpStatusCode expected)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var page = new WebPage(controller);

        Assert.Equal(expected, (await page.GetAsync("/api/v1/pods", site: site)).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/", site: site)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/pods")]
    [InlineData("/nothing/here")]
    public async Task Every_answer_forbids_what_is_inline_or_from_elsewhere(string path)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var response = await new WebPage(controller).SendAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Nothing_can_be_changed(string method)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var request = new HttpRequestMessage(new HttpMethod(method), controller.Url(Listener.Web, "/api/v1/pods"));

        using var response = await controller.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Scripts_in_names_and_messages_are_escaped_data()
    {
        var pod = Mesh.Pod("web-1") with { Owner = Mesh.Deployment(Script), Message = Script };
        await using var controller = await RunningController.StartAsync(Mesh.State([pod]));
        var page = new WebPage(controller);

        var (_, stat) = await page.GetAsync("/api/v1/stat?kind=deployment");
        var (_, fault) = await page.GetAsync($"/api/v1/stat?kind={Uri.EscapeDataString(Script)}");
        var rows = await page.AskAsync("stat?kind=deployment");

        Assert.DoesNotContain("<", stat + fault, StringComparison.Ordinal);
        Assert.Equal(Script, rows.GetProperty("rows")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Scripts_in_paths_that_are_tapped_are_escaped_data()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var hub = controller.Get<TapHub>();
        var proxy = hub.Attach(new(Mesh.Namespace, "web-1"));
        using var response = await new WebPage(controller).SendAsync("/api/v1/tap?kind=deployment&namespace=emojivoto&name=web");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        hub.Deliver(proxy, TapEvents.Request(1, 1, $"/{Script}\n\nevent: end\ndata: {{}}\n\n"));

        var line = "";

        while (!line.StartsWith("data: ", StringComparison.Ordinal))
        {
            line = (await Eventually.Ends(reader.ReadLineAsync()))!;
        }

        Assert.DoesNotContain("<", line, StringComparison.Ordinal);
        Assert.Contains("event: end", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_in_headers_that_are_tapped_are_escaped_data()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var hub = controller.Get<TapHub>();
        var proxy = hub.Attach(new(Mesh.Namespace, "web-1"));
        await using var events = await new WebPage(controller).OpenAsync("tap?kind=deployment&namespace=emojivoto&name=web");
        var report = TapEvents.Request(1, 1);
        report.Event.Http.RequestInit.Headers.Headers_.Add(new Header { Name = Script, Value = Script });

        hub.Deliver(proxy, report);

        var (_, request) = await events.NextAsync();
        Assert.DoesNotContain("<", request.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(request.GetProperty("headers").EnumerateArray(), header => header.GetProperty("name").GetString() == Script);
    }

    [Fact]
    public async Task A_query_of_ten_megabytes_is_refused()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var client = new TcpClient();
        var address = controller.Url(Listener.Web, "/");
        await client.ConnectAsync(address.Host, address.Port);

        var answer = await Eventually.Ends(AskAsync(client.GetStream(), $"GET /api/v1/pods?name={new string('a', 10_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        Assert.StartsWith("HTTP/1.1 414", answer, StringComparison.Ordinal);
        await AnswersAsync(controller);
    }

    [Fact]
    public async Task Five_hundred_idle_streams_are_refused_beyond_what_there_is_room_for()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var page = new WebPage(controller);

        var streams = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => page.SendAsync("/api/v1/watch?q=stat%3Fkind%3Ddeployment")));

        Assert.Equal(EventStreams.Most, streams.Count(stream => stream.StatusCode == HttpStatusCode.OK));
        Assert.All(streams.Where(stream => stream.StatusCode != HttpStatusCode.OK), stream => Assert.Equal(HttpStatusCode.ServiceUnavailable, stream.StatusCode));
        await AnswersAsync(controller);

        foreach (var stream in streams)
        {
            stream.Dispose();
        }

        await Eventually.Holds(() => controller.Get<EventStreams>().Open == 0);
    }

    private static async Task AnswersAsync(RunningController controller) =>
        Assert.Equal(2, (await new WebPage(controller).AskAsync("pods")).GetProperty("pods").GetArrayLength());

    private static async Task<string> AskAsync(NetworkStream stream, string request)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        }
        catch (IOException)
        {
            // It hung up before it had read all of it; what it said is still to be read.
        }

        var buffer = new byte[64];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
    }
}
