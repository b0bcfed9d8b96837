using System.Net;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>An application's HTTP client that calls one address, in one version of HTTP.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Version _version;

    private TestClient(IPEndPoint address, Version version)
    {
        _version = version;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, EnableMultipleHttp2Connections = true })
        {
            BaseAddress = new Uri($"http://{address}"),
            Timeout = Limits.Patience,
        };
    }

    public static TestClient Http1(IPEndPoint address) => new(address, HttpVersion.Version11);

    public static TestClient Http2(IPEndPoint address) => new(address, HttpVersion.Version20);

    public HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content = null) =>
        new(method, path) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content };

    /// <summary>Ends with the response's head; its body streams.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public async Task<string> GetAsync(string path, string? host = null)
    {
        using var response = await GetResponseAsync(path, host);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> GetResponseAsync(string path, string? host = null)
    {
        var request = Request(HttpMethod.Get, path);
        request.Headers.Host = host;
        return SendAsync(request);
    }

    public void Dispose() => _http.Dispose();
}
