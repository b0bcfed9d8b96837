using System.Net;
using System.Net.Sockets;
using Conduit.Grpc;
using Conduit.Model.Failures;
using Conduit.Operations.Api;
using Conduit.Operations.Get;
using Conduit.Operations.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Api;

public sealed class ApiFailureTests
{
    [Fact]
    public async Task A_port_where_nothing_listens_refuses()
    {
        // Bound without listening, the port is nobody else's and refuses.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Equal("ApiRefused", (await AskAsync(bound.LocalEndPoint!.ToString()!)).Id);
    }

    [Fact]
    public async Task A_host_without_an_address_is_unknown() => Assert.Equal("ApiHostUnknown", (await AskAsync("no-such-host.invalid:80")).Id);

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("SSH-2.0-server\r\n")]
    [InlineData("")]
    public async Task Another_kind_of_server_is_told_from_a_mesh(string answer)
    {
        await using var server = ForeignServer.Start(answer);

        Assert.Equal("NotConduit", (await AskAsync(server.Address)).Id);
    }

    [Fact]
    public async Task An_api_that_does_not_answer_in_time_is_given_up()
    {
        await using var server = ForeignServer.StartSilent();
        var time = new ManualTimeProvider();
        using var api = new ApiConnection(new ApiLocation(server.Address, "test"), time);
        var asked = new GetPodsOperation(api).RunAsync(new GetPodsRequest(), CancellationToken.None);
        await Eventually.Holds(() => server.Connections > 0);

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("ApiTimeout", (await Assert.ThrowsAsync<ConduitException>(() => Eventually.Ends(asked))).Id);
    }

    [Theory]
    [InlineData(StatusCode.NotFound, "NotFound", "no pods found")]
    [InlineData(StatusCode.InvalidArgument, "InvalidQuestion", "no pods found")]
    [InlineData(StatusCode.Unimplemented, "ApiUnimplemented", "conduit version")]
    [InlineData(StatusCode.Unavailable, "ApiFailed", "no pods found")]
    [InlineData(StatusCode.Internal, "ApiFailed", "no pods found")]
    public async Task What_the_api_says_is_passed_on(StatusCode status, string id, string said)
    {
        await using var fake = await FakeApi.StartAsync(new FakeMesh { Failure = new Status(status, "no pods found") });

        var failure = await AskAsync(fake.Address);

        Assert.Equal(id, failure.Id);
        Assert.Equal(status == StatusCode.InvalidArgument, failure is MisuseException);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_one()
    {
        await using var server = ForeignServer.StartSilent();
        using var api = new ApiConnection(new ApiLocation(server.Address, "test"), TimeProvider.System);
        using var cancelled = new CancellationTokenSource();
        var asked = new GetPodsOperation(api).RunAsync(new GetPodsRequest(), cancelled.Token);
        await Eventually.Holds(() => server.Connections > 0);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(asked));
    }

    private static async Task<ConduitException> AskAsync(string address)
    {
        using var api = new ApiConnection(new ApiLocation(address, "test"), TimeProvider.System);
        var asked = new GetPodsOperation(api).RunAsync(new GetPodsRequest(), CancellationToken.None);
        return await Assert.ThrowsAnyAsync<ConduitException>(() => Eventually.Ends(asked));
    }
}
