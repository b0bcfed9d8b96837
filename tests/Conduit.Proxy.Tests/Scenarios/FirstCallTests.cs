using System.Net;
using Conduit.Model.Failures;
using Conduit.Protocol.Destinations;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;
using Conduit.Proxy.Tests.Tcp;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Scenarios;

/// <summary>Calls to an address that come before the controller has said what it is, and that nobody takes there: a service's own address.</summary>
public sealed class FirstCallTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_service_without_endpoints_is_told_as_soon_as_it_is_known(int version) =>
        Assert.Equal("CDT0301 unavailable", await ErrorAfterAsync(version, FakeController.NoEndpoints(exists: true)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_address_that_is_no_service_stays_out_of_reach(int version) =>
        Assert.Equal("CDT0101 connect", await ErrorAfterAsync(version, FakeController.NoEndpoints(exists: false)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_controller_that_does_not_answer_is_waited_for_no_longer_than_the_bind_timeout(int version)
    {
        using var closed = new ClosedPort();
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).With(SettingNames.BindTimeout, "50ms").StartAsync();
        using var client = Client(version, proxy);

        using var response = await client.GetResponseAsync("/", $"{closed.Address}");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("CDT0101 connect", ErrorOf(response));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_request_goes_to_the_endpoint_that_becomes_known_with_its_body(int version)
    {
        using var closed = new ClosedPort();

        await ReachesWhatBecomesKnownAsync(version, closed.Address);
    }

    [RelayTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_request_goes_there_too_after_a_proxy_that_cannot_reach_its_application(int version)
    {
        using var closed = new ClosedPort();
        await using var inbound = await new TestProxy().Forward(closed.Address).StartAsync();

        await ReachesWhatBecomesKnownAsync(version, inbound.Inbound);
    }

    [RelayTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_goes_to_the_endpoint_that_becomes_known_or_ends(bool hasEndpoint)
    {
        using var server = new SilentServer();
        using var closed = new ClosedPort();
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Upstream($"{closed.Address}").StartAsync();
        using var client = await Way.ConnectAsync(proxy.Outbound);

        await client.WriteAsync("\0hello"u8.ToArray());
        await proxy.ShowsAsync("tcp_close_total{direction=\"outbound\",peer=\"dst\",tls=\"no_identity\",classification=\"failure\"} 1");
        controller.Says($"{closed.Address}", hasEndpoint ? FakeController.AddOf(server.Address) : FakeController.NoEndpoints(exists: true));

        if (hasEndpoint)
        {
            using var accepted = await server.AcceptAsync();
            Assert.Equal("\0hello", await accepted.ReadTextAsync(6));
        }
        else
        {
            Assert.Equal("reset", await client.EndingAsync());
        }
    }

    private static TestClient Client(int version, TestProxy proxy) =>
        version == 1 ? TestClient.Http1(proxy.Outbound) : TestClient.Http2(proxy.Outbound);

    private static Task<TestProxy> StartAsync(FakeController controller) =>
        new TestProxy().Controller(controller).With(SettingNames.Log, "conduit_proxy=debug").StartAsync();

    private static Task IsRefusedAsync(TestProxy proxy) =>
        Eventually.Holds(() => proxy.Log.Lines.Any(line => line.Message.Contains("trying again", StringComparison.Ordinal)));

    private static string ErrorOf(HttpResponseMessage response) => response.Headers.GetValues(ProxyError.HeaderName).Single();

    private static async Task ReachesWhatBecomesKnownAsync(int version, IPEndPoint address)
    {
        await using var server = await MeshedServer.StartAsync(version, proxies: 1, context => context.Request.Body.CopyToAsync(context.Response.Body));
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await StartAsync(controller);
        using var client = Client(version, proxy);
        using var request = client.Request(HttpMethod.Post, "/", new StringContent("body"));
        request.Headers.Host = $"{address}";

        var waiting = client.SendAsync(request);
        await IsRefusedAsync(proxy);
        controller.Leads($"{address}", server.Address);

        using var response = await waiting;
        Assert.Equal("body", await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> ErrorAfterAsync(int version, Update update)
    {
        using var closed = new ClosedPort();
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await StartAsync(controller);
        using var client = Client(version, proxy);

        var waiting = client.GetResponseAsync("/", $"{closed.Address}");
        await IsRefusedAsync(proxy);
        controller.Says($"{closed.Address}", update);

        using var response = await waiting;
        return ErrorOf(response);
    }
}
