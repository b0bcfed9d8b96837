using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Client;

/// <summary>Sends requests to one API server and turns whatever goes wrong into an exception that says what to do.</summary>
internal sealed class ApiConnection : IDisposable
{
    // How long an answer may take; that of an endless one, until it begins.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly KubernetesClientConfiguration _configuration;
    private readonly TimeProvider _time;
    private readonly ServerCertificateCheck _check;
    private readonly HttpMessageInvoker _invoker;

    public ApiConnection(KubernetesClientConfiguration configuration, TimeProvider time)
    {
        _configuration = configuration;
        _time = time;
        _check = new ServerCertificateCheck(configuration);
        _invoker = new HttpMessageInvoker(new UpgradeRefusalHandler(ExplainAsync, ApiTransport.Create(configuration, _check)));
    }

    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) => LimitAsync(
        async limited =>
        {
            using var response = await BeginAsync(request, limited);
            return await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(limited), type, limited) ?? throw new JsonException();
        },
        cancellationToken);

    /// <summary>A successful answer, of which the body is still to come.</summary>
    public Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        LimitAsync(limited => BeginAsync(request, limited), cancellationToken);

    public async Task<WebSocket> ConnectAsync(ApiRequest request, string protocol, CancellationToken cancellationToken)
    {
        var url = new UriBuilder(request.Under(_configuration.Host)) { Scheme = _configuration.Host.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(protocol);
        var connected = false;

        try
        {
            await LimitAsync(limited => ConnectAsync(socket, url, limited), cancellationToken);
            connected = true;
            return socket;
        }
        finally
        {
            if (!connected)
            {
                socket.Dispose();
            }
        }
    }

    /// <summary>What a failure of an endless answer means, once it has begun.</summary>
    public ConduitException Explain(Exception failure) => failure switch
    {
        { InnerException: ConduitException explained } => explained,
        JsonException => TransportFailure.NotKubernetes(_configuration, "it sends something that is no JSON of the kind asked for", failure),
        _ => TransportFailure.Of(failure, _configuration, _check.Fault),
    };

    public ConduitException Explain(V1Status status) => StatusFailure.Of(status, _configuration);

    public void Dispose() => _invoker.Dispose();

    private async Task<WebSocket> ConnectAsync(ClientWebSocket socket, Uri url, CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(url, _invoker, cancellationToken);
        return socket;
    }

    private async Task<Exception> ExplainAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        Explain(await StatusReader.ReadAsync(response, cancellationToken));

    private async Task<HttpResponseMessage> BeginAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var response = await _invoker.SendAsync(request.ToMessage(_configuration.Host), cancellationToken);

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ExplainAsync(response, cancellationToken);
        }
    }

    private async Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        // A credential plugin may wait for a person; the API server's time starts after that.
        await _configuration.Credentials.GetAsync(cancellationToken);
        using var limit = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        try
        {
            return await work(either.Token);
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TransportFailure.TimedOut(_configuration, Limit);
        }
        catch (Exception failure) when (IsTransport(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw Explain(failure);
        }
    }

    // The transport reports its own connect timeout as a cancellation.
    private static bool IsTransport(Exception failure) =>
        failure is HttpRequestException or IOException or WebSocketException or JsonException or OperationCanceledException;
}
