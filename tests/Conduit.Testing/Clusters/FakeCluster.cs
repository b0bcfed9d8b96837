using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Testing.Clusters;

/// <summary>
/// A Kubernetes API without encryption on a free loopback port. It serves the objects that a test puts into it, forwards ports of pods to
/// where the test says, and refuses what the test forbids.
/// </summary>
public sealed class FakeCluster : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _objects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IPEndPoint> _ports = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Code, string Reason, string Message)> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly WebApplication _app;

    private FakeCluster(WebApplication app)
    {
        _app = app;
        _app.UseWebSockets();
        _app.Run(AnswerAsync);
    }

    public string Version { get; set; } = "v1.29.3";

    /// <summary>What the caller may not do, as <c>create clusterroles</c>. Only access reviews know; see <see cref="Refuse"/>.</summary>
    public ISet<string> Forbidden { get; } = new HashSet<string>(StringComparer.Ordinal);

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Method, path and query of every request, in the order of arrival.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>A kubeconfig whose only context, <c>test</c>, leads here; its namespace is <c>shop</c>.</summary>
    public string Kubeconfig => KubeconfigFor(Url.ToString());

    public static string KubeconfigFor(string server) =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: test
        contexts: [{ name: test, context: { cluster: c, user: u, namespace: shop } }]
        clusters: [{ name: c, cluster: { server: "{{server}}" } }]
        users: [{ name: u, user: { token: secret } }]
        """;

    public static async Task<FakeCluster> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var cluster = new FakeCluster(builder.Build());
        await cluster._app.StartAsync();
        return cluster;
    }

    /// <param name="path">Where it is served, such as <c>/api/v1/namespaces/conduit/pods/controller-1</c>.</param>
    /// <param name="json">The object, in which its name and namespace need not stand.</param>
    public FakeCluster Put(string path, string json)
    {
        _objects[path] = FakeObject.Complete(path, json);
        return this;
    }

    public void Remove(string path) => _objects.TryRemove(path, out _);

    /// <summary>From now on a request for that path gets this answer.</summary>
    public FakeCluster Refuse(string path, int code, string reason, string message)
    {
        _refusals[path] = (code, reason, message);
        return this;
    }

    /// <param name="podPath">Path of the pod.</param>
    /// <param name="port">Port inside of it.</param>
    /// <param name="address">What stands behind it.</param>
    public FakeCluster Forward(string podPath, int port, string address)
    {
        _ports[$"{podPath}/portforward?ports={port}"] = IPEndPoint.Parse(address);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _requests.Enqueue($"{context.Request.Method} {path}{Uri.UnescapeDataString(context.Request.QueryString.Value!)}");

        return _refusals.TryGetValue(path, out var refusal) ? FakeObject.RefuseAsync(context, refusal.Code, refusal.Reason, refusal.Message)
            : path == "/version" ? FakeObject.SendAsync(context, $$"""{"major":"1","minor":"{{Version.Split('.')[1]}}","gitVersion":"{{Version}}"}""")
            : path.EndsWith("/selfsubjectaccessreviews", StringComparison.Ordinal) ? FakeAccessReview.RunAsync(context, Forbidden)
            : path.EndsWith("/portforward", StringComparison.Ordinal) ? ForwardAsync(context, path)
            : _objects.TryGetValue(path, out var found) ? FakeObject.SendAsync(context, found)
            : FakeObject.IsCollection(path) ? FakeObject.SendListAsync(context, FakeObject.In(path, _objects))
            : FakeObject.RefuseAsync(context, 404, "NotFound", $"{path.Split('/')[^2]} \"{path.Split('/')[^1]}\" not found");
    }

    private Task ForwardAsync(HttpContext context, string path) =>
        !_objects.ContainsKey(path[..path.LastIndexOf('/')])
            ? FakeObject.RefuseAsync(context, 404, "NotFound", $"pods \"{path.Split('/')[^2]}\" not found")
            : FakePortForward.RunAsync(context, _ports.GetValueOrDefault(path + context.Request.QueryString));
}
