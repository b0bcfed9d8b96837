using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Conduit.Integration.Tests.Meshes;

/// <summary>
/// An application that counts what it answered. Over HTTP/1.1 it answers <c>/status/N</c> with that status and <c>/delay/N</c> after N
/// milliseconds; over gRPC it answers one unary method, and fails it when the caller's metadata asks for it.
/// </summary>
internal sealed class CountingServer : IAsyncDisposable
{
    public const string FailHeader = "fail";

    public static readonly Method<VersionRequest, VersionInfo> Unary = GrpcMethod.Create<VersionRequest, VersionInfo>(ApiMethods.Version);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _answered = new();

    private CountingServer(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService(ServerServiceDefinition.CreateBuilder().AddMethod(Unary, AnswerAsync).Build());
        _app.MapGet("/status/{status:int}", (int status) => Answer(status));
        _app.MapGet("/delay/{milliseconds:int}", DelayAsync);
    }

    public IPEndPoint Address => IPEndPoint.Parse(new Uri(_app.Urls.Single()).Authority);

    public int Total => _answered.Values.Sum();

    public static async Task<CountingServer> StartAsync(HttpProtocols protocols)
    {
        var server = new CountingServer(protocols);
        await server._app.StartAsync();
        return server;
    }

    /// <param name="outcome">An HTTP status, or a gRPC status in words.</param>
    public int Answered(string outcome) => _answered.GetValueOrDefault(outcome);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Count(string outcome) => _answered.AddOrUpdate(outcome, 1, (_, count) => count + 1);

    private IResult Answer(int status)
    {
        Count(status.ToString(CultureInfo.InvariantCulture));
        return Results.Text("answered", statusCode: status);
    }

    private async Task<IResult> DelayAsync(int milliseconds, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancellationToken);
        return Answer(200);
    }

    private Task<VersionInfo> AnswerAsync(VersionRequest request, ServerCallContext context)
    {
        var fails = context.RequestHeaders.Get(FailHeader) is not null;
        Count((fails ? StatusCode.Unknown : StatusCode.OK).ToString());
        return fails
            ? throw new RpcException(new Status(StatusCode.Unknown, "as asked"))
            : Task.FromResult(new VersionInfo { ReleaseVersion = "counted" });
    }
}
