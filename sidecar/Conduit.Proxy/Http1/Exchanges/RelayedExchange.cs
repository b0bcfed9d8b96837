using Conduit.Model.Failures;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http1.Routing;

namespace Conduit.Proxy.Http1.Exchanges;

/// <summary>
/// A request and its response on their way between a client's connection and an endpoint's. A client has one, which begins anew with
/// each of its requests; <see cref="Generation"/> tells one life from the next.
/// </summary>
internal sealed partial class RelayedExchange(Http1Context context, ClientConnection client, RequestJourney journey)
{
    private readonly RequestCopy _copy = new(context.Loop.Buffers, context.Options.ReplayLimit);
    private EndpointConnection? _endpoint;
    private int _minor;
    private bool _closesClient;

    public bool IsActive { get; private set; }

    public int Generation { get; private set; }

    /// <summary>True while what the client sends of this exchange can go nowhere.</summary>
    public bool IsRequestHeld =>
        IsActive && (_isTunnel || !_isRequestDone) && (_endpoint is null || !_endpoint.Transport.IsConnected || _endpoint.Transport.IsCongested);

    /// <summary>Answers in the endpoint's place.</summary>
    public void Answer(ProxyError error)
    {
        _endpoint?.Abandon();
        _endpoint = null;
        _closesClient |= !_isRequestDone || client.IsDraining;
        LocalAnswer.Write(client.Transport.Output, error, _minor, _closesClient);
        client.Transport.Flush();
        journey.Answered(error);
        journey.Ended();
        Complete();
    }

    /// <summary>The client does not want it any more.</summary>
    public void Cancel()
    {
        journey.Cancelled();
        End()?.Abandon();
    }

    /// <summary>Ends it when both sides have said all.</summary>
    public void CompleteWhenDone()
    {
        if (IsActive && _isRequestDone && _isResponseDone && !_isTunnel)
        {
            Complete();
        }
    }

    private void Complete()
    {
        var isReusable = _isEndpointPersistent && _isRequestDone && _isResponseDone && !client.HasEnded;
        var endpoint = End();

        if (isReusable)
        {
            endpoint?.Release();
        }
        else
        {
            endpoint?.Abandon();
        }

        client.OnExchangeEnded(_closesClient);
    }

    private EndpointConnection? End()
    {
        var endpoint = _endpoint;
        IsActive = false;
        Generation++;
        _endpoint = null;
        _copy.Drop();
        return endpoint;
    }
}
