using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conduit.Proxy.Tests.Contract;
using Conduit.Testing.Node;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>JavaScript on both sides: its HTTP and WebSocket, and @grpc/grpc-js.</summary>
public sealed partial class NodeTests : IClassFixture<NodeFixture>
{
    private const string Deadline = "deadline";

    private static readonly string[] HttpScenarios = ["get", "again", "head", "post", "websocket"];

    private static readonly string[] GrpcScenarios =
    [
        "unary", "clientStreaming", "serverStreaming", "duplex", Deadline, "cancel", "metadata", "status", "statusAfterReply", "missing",
        "large", "tooLarge", "concurrent", "gzip",
    ];

    [NodeTheory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task Http_and_WebSocket_of_node_work_as_without_proxies(string kind) =>
        CompareAsync(kind, HttpScenarios, ["http-server.js"], address => ["http-client.js", address]);

    [NodeTheory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task Every_shape_of_call_of_grpc_js_works_as_without_proxies(string kind) =>
        CompareAsync(kind, GrpcScenarios, ["server.js", "echo.proto"], address => ["client.js", "echo.proto", address]);

    private static async Task CompareAsync(string kind, string[] scenarios, string[] server, Func<string, string[]> client)
    {
        await using var running = Start(server);
        var port = (await running.ReadAsync("the server's port")).GetProperty("port").GetInt32();
        var address = new IPEndPoint(IPAddress.Loopback, port);
        await using var way = await Way.ToAsync(address, kind);
        await using var straight = Start(client(address.ToString()));
        await using var meshed = Start(client(way.Entrance.ToString()));

        foreach (var scenario in scenarios)
        {
            var (expected, actual) = (await straight.AskAsync(scenario), await meshed.AskAsync(scenario));
            Assert.Equal($"{scenario} {WithoutChance(scenario, expected)}", $"{scenario} {WithoutChance(scenario, actual)}");
        }
    }

    // The clocks of client and server both watch a deadline; each words it in its own way, and either may be first.
    private static string WithoutChance(string scenario, JsonElement end) =>
        scenario == Deadline ? end.GetProperty("code").ToString() : Date().Replace(end.ToString(), "");

    [GeneratedRegex("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT")]
    private static partial Regex Date();

    private static NodeProcess Start(string[] command) => NodeFixture.Package.Start(command[0], command[1..]);
}
