using Conduit.Proxy.Http1.Bodies;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http1.Exchanges;

/// <content>The connection to the endpoint: what becomes of the request when it comes, fills, drains and goes.</content>
internal sealed partial class RelayedExchange
{
    private long _sentAt;

    /// <summary>Sends the request, or what of it is there.</summary>
    public void SendTo(EndpointConnection endpoint)
    {
        _endpoint = endpoint;
        _sentAt = context.Loop.Now;
        endpoint.Begin(this);
        _copy.CopyTo(endpoint.Transport.Output);
        endpoint.Transport.Flush();

        if (client.HasEnded && _isRequestDone)
        {
            endpoint.Transport.End();
        }

        client.ReadOn();
    }

    public void EndpointConnected() => client.ReadOn();

    public void EndpointDrained() => client.ReadOn();

    /// <summary>The client has read what was there for it.</summary>
    public void ClientDrained() => _endpoint?.Transport.ResumeReading();

    /// <summary>The endpoint will send no more.</summary>
    public void EndpointEnded()
    {
        if (_isTunnel)
        {
            client.Transport.End();
        }
        else if (_isResponseDone)
        {
            // It may still read the rest of the request, and the client may still want to send it.
            _isEndpointPersistent = false;
            _closesClient = true;
            client.Transport.End();
        }
        else if (_hasResponse && _responseBody.Kind == BodyKind.UntilClose)
        {
            EndResponse();
            Complete();
        }
        else
        {
            _endpoint!.Abandon();
            LostEndpoint(CloseReason.Ended);
        }
    }

    /// <summary>There is no connection to the endpoint any more.</summary>
    public void LostEndpoint(CloseReason reason)
    {
        var lost = _endpoint!;
        _endpoint = null;

        if (_isTunnel)
        {
            EndTunnel(reason);
        }
        else if (_isResponseDone)
        {
            // The rest of the request is not wanted.
            _closesClient = true;
            Complete();
        }
        else if (_hasResponse)
        {
            BreakResponse();
        }
        else if (!lost.Transport.IsConnected)
        {
            FailOrTryAgain(EndpointFailure.ConnectFailed, reason);
        }
        else if (IsStale(lost))
        {
            SendTo(journey.Reopen());
        }
        else
        {
            FailOrTryAgain(EndpointFailure.Broken, reason);
        }
    }

    /// <summary>There is no connection to the client any more.</summary>
    public void LostClient(CloseReason reason)
    {
        if (!IsActive)
        {
            return;
        }

        if (!_isTunnel)
        {
            Cancel();
        }
        else if (reason == CloseReason.Ended)
        {
            // The client has been told all; what is still on its way to the endpoint may arrive.
            journey.Ended();
            End()?.LetEnd();
        }
        else
        {
            journey.Cancelled();
            End()?.Abandon(CloseReason.Aborted);
        }
    }

    private void EndTunnel(CloseReason reason)
    {
        journey.Ended();
        End();

        if (reason != CloseReason.Ended)
        {
            client.Transport.Close(CloseReason.Aborted);
        }
        else
        {
            client.Transport.CloseAfterFlush();
        }
    }

    private void FailResponse(string cause)
    {
        _endpoint!.Abandon();
        _endpoint = null;

        if (_hasResponse)
        {
            BreakResponse();
        }
        else
        {
            journey.Fail(this, EndpointFailure.Broken, cause);
        }
    }

    // The response has begun, so all that is left is to keep the client from taking a part for the whole.
    private void BreakResponse()
    {
        var isDelimited = _responseBody.Kind != BodyKind.UntilClose;
        journey.Broke();
        End();

        if (isDelimited)
        {
            client.Transport.CloseAfterFlush();
        }
        else
        {
            client.Transport.Close(CloseReason.Aborted);
        }
    }

    /// <summary>
    /// True when the endpoint closed a connection that it had kept, and so most likely before it saw this request (RFC 9112 §9.3.1).
    /// </summary>
    private bool IsStale(EndpointConnection lost) =>
        lost.IsReused
        && !lost.HasAnswered
        && _copy.IsComplete
        && (_isIdempotent || journey.Elapsed(_sentAt) <= context.Options.StaleWithin);

    /// <summary>True when the proxy beside the endpoint says that it could not reach it, and so that nothing was done with the request.</summary>
    private bool IsUnreachable(ReadOnlySpan<byte> head, in StatusLine line) =>
        line.Status == 502
        && context.Response.ConduitError >= 0
        && context.Response[context.Response.ConduitError].Value(head).EndsWith(" connect"u8);

    private bool TryElsewhere()
    {
        var endpoint = _endpoint!;

        if (!_copy.IsComplete || !journey.TryElsewhere(this, EndpointFailure.Unreachable))
        {
            return false;
        }

        // The next one may have to be waited for.
        if (ReferenceEquals(_endpoint, endpoint))
        {
            _endpoint = null;
        }

        endpoint.Abandon();
        return true;
    }

    private void FailOrTryAgain(EndpointFailure failure, CloseReason reason)
    {
        if (failure != EndpointFailure.ConnectFailed || !_copy.IsComplete || !journey.TryElsewhere(this, failure))
        {
            journey.Fail(this, failure, reason.ToString());
        }
    }
}
