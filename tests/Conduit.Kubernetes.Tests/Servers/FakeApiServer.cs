using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Tests.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.Tests.Servers;

/// <summary>A server with TLS on loopback that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class FakeApiServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly TestAuthority? _ownAuthority;
    private readonly WebApplication _application;

    private FakeApiServer(TestAuthority authority, X509Certificate2 certificate, TestAuthority? ownAuthority)
    {
        Authority = authority;
        _ownAuthority = ownAuthority;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        _application = builder.Build();
        _application.UseWebSockets();
        _application.Run(AnswerAsync);
    }

    public TestAuthority Authority { get; }

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public KubernetesClientConfiguration Configuration => new() { Host = Url, Source = "the test's context", SslCaCerts = Authority.Certificates };

    public static Task<FakeApiServer> StartAsync()
    {
        var authority = new TestAuthority();
        return StartAsync(new FakeApiServer(authority, authority.Issue("127.0.0.1"), authority));
    }

    /// <summary>A server that shows a certificate of the test's choice.</summary>
    public static Task<FakeApiServer> StartAsync(TestAuthority authority, X509Certificate2 certificate) =>
        StartAsync(new FakeApiServer(authority, certificate, ownAuthority: null));

    public KubernetesClient Client() => new(Configuration, TimeProvider.System);

    /// <param name="line">Method and path, such as <c>GET /api/v1/pods</c>.</param>
    /// <param name="answer">What to do about such a request.</param>
    public FakeApiServer On(string line, RequestDelegate answer)
    {
        _answers[line] = answer;
        return this;
    }

    public FakeApiServer On(string line, string json) => On(line, context => context.JsonAsync(json));

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _ownAuthority?.Dispose();
    }

    private static async Task<FakeApiServer> StartAsync(FakeApiServer server)
    {
        await server._application.StartAsync();
        return server;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(await SeenRequest.OfAsync(context.Request));

        if (_answers.TryGetValue($"{context.Request.Method} {context.Request.Path}", out var answer))
        {
            await answer(context);
        }
        else
        {
            await context.StatusAsync(404, "NotFound", $"the test knows no {context.Request.Method} {context.Request.Path}");
        }
    }
}
