using Conduit.Protocol.Common;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class TapHeaderTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData("relay", 1)]
    [InlineData("relay", 2)]
    [InlineData("yarp", 1)]
    [InlineData("yarp", 2)]
    public async Task Headers_are_shown_and_secrets_stay_in_the_proxy(string engine, int version)
    {
        await using var server = await ServerAsync(version, context =>
        {
            context.Response.Headers["x-answer"] = "42";
            context.Response.Headers.SetCookie = new(["id=" + Secret, "more=" + Secret]);
            return context.Response.WriteAsync(context.Request.Headers.Authorization.ToString());
        });
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().With(SettingNames.HttpEngine, engine).Controller(controller).Forward(server.Address).StartAsync();
        using var client = version == 1 ? TestClient.Http1(proxy.Inbound) : TestClient.Http2(proxy.Inbound);
        await controller.Tap.StartAsync();

        await Eventually.Holds(async () =>
        {
            // What the application gets is untouched.
            Assert.Equal("Bearer " + Secret, await AskAsync(client));
            return controller.Tap.Events.Any(tapped => tapped.Http.ResponseEnd is not null);
        });

        var events = controller.Tap.Events;
        var request = events.First(tapped => tapped.Http.RequestInit is not null).Http.RequestInit.Headers;
        var response = events.First(tapped => tapped.Http.ResponseInit is not null).Http.ResponseInit.Headers;
        Assert.Equal("me/1.0", Value(request, "user-agent"));
        Assert.Equal("42", Value(response, "x-answer"));
        Assert.All(["authorization", "proxy-authorization", "cookie"], name => Assert.True(Find(request, name).Single().Redacted));
        Assert.Equal([true, true], Find(response, "set-cookie").Select(header => header.Redacted));
        Assert.DoesNotContain(request.Headers_, header => header.Name.StartsWith(':'));
        Assert.DoesNotContain(events, tapped => tapped.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("relay", 1)]
    [InlineData("relay", 2)]
    [InlineData("yarp", 1)]
    public async Task An_answer_of_the_proxy_itself_says_why(string engine, int version)
    {
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().With(SettingNames.HttpEngine, engine).Controller(controller).Upstream("gone.shop:80").StartAsync();
        controller.Says("gone.shop.svc.cluster.local:80", new Protocol.Destinations.Update { NoEndpoints = new() { Exists = true } });
        using var client = version == 1 ? TestClient.Http1(proxy.Outbound) : TestClient.Http2(proxy.Outbound);
        await controller.Tap.StartAsync();

        await Eventually.Holds(async () =>
        {
            using var response = await client.GetResponseAsync("/");
            return controller.Tap.Events.Any(tapped => tapped.Http.ResponseInit is not null);
        });

        Assert.All(
            controller.Tap.Events.Where(tapped => tapped.Http.ResponseInit is not null),
            tapped => Assert.StartsWith("CDT", Value(tapped.Http.ResponseInit.Headers, "conduit-error"), StringComparison.Ordinal));
    }

    private static Task<TestServer> ServerAsync(int version, RequestDelegate answer) =>
        version == 1 ? TestServer.Http1Async(answer) : TestServer.Http2Async(answer);

    private static async Task<string> AskAsync(TestClient client)
    {
        using var request = client.Request(System.Net.Http.HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("User-Agent", "me/1.0");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Secret);
        request.Headers.TryAddWithoutValidation("Proxy-Authorization", Secret);
        request.Headers.TryAddWithoutValidation("Cookie", "id=" + Secret);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Value(TapEvent.Types.Headers headers, string name) => Find(headers, name).Single().Value;

    private static IEnumerable<TapEvent.Types.Header> Find(TapEvent.Types.Headers headers, string name) =>
        headers.Headers_.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
