using System.Collections.Concurrent;
using System.Net;
using Conduit.Grpc;
using Conduit.Testing.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Testing.Api;

/// <summary>The public API of a mesh on a free loopback port. It answers from what a test put into it, and remembers what it was asked.</summary>
public sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestLog _log;

    private FakeApi(WebApplication app, FakeMesh mesh, ConcurrentQueue<object> questions, TestLog log)
    {
        _app = app;
        _log = log;
        Mesh = mesh;
        Questions = questions;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;
    }

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    public FakeMesh Mesh { get; }

    /// <summary>Every request message, in the order of arrival.</summary>
    public IReadOnlyCollection<object> Questions { get; }

    public static async Task<FakeApi> StartAsync(FakeMesh? mesh = null)
    {
        var log = new TestLog();
        var answers = mesh ?? new FakeMesh();
        var questions = new ConcurrentQueue<object>();
        var builder = WebApplication.CreateSlimBuilder();

        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.MapGrpcService(new FakeApiService(answers, questions).Definition());
        await app.StartAsync();
        return new FakeApi(app, answers, questions, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _log.Dispose();
    }
}
