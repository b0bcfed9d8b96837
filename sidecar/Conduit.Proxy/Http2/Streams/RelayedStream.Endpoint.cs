using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Messages;

namespace Conduit.Proxy.Http2.Streams;

/// <content>The endpoint's side: sending the request there, and what comes back.</content>
internal sealed partial class RelayedStream
{
    /// <summary>Sends the request to an endpoint.</summary>
    public void SendTo(UpstreamPool pool)
    {
        var upstream = pool.Take();

        if (upstream is null)
        {
            FailOrTryAgain(UpstreamFailure.Exhausted);
            return;
        }

        Upstream = upstream;
        var id = upstream.Add(this);
        Request.To(upstream, id);
        Response.From(upstream, id);
        var endStream = Request.IsEmpty;

        if (endStream)
        {
            Request.MarkEndSent();
        }

        upstream.SendHeaders(id, Head, endStream, IsGrpc);
        Request.Pump(int.MaxValue);
    }

    /// <summary>The endpoint's header section, interim or final; it is in the context.</summary>
    public void Respond(int status, bool endStream)
    {
        var head = _context.Received;

        if (status >= 200)
        {
            HasResponse = true;
            _replay.Stop();
            _grpcStatus = endStream ? MessageRules.ReadGrpcStatus(head) : null;
            _journey!.Responded(this, head, status, _grpcStatus);
        }

        Downstream.SendHeaders(Response.TargetId, head, endStream, IsGrpc);

        if (endStream)
        {
            Response.EndWithHead(isSent: true);
            EndWhenDone();
        }
    }

    /// <summary>The endpoint's trailers; they are in the context.</summary>
    public Http2Error RespondTrailers()
    {
        _grpcStatus = MessageRules.ReadGrpcStatus(_context.Received) ?? _grpcStatus;
        return _context.GiveReceived(Response);
    }

    /// <summary>The endpoint sent RST_STREAM.</summary>
    public void ResetByEndpoint(Http2Error code)
    {
        if (Response.HasEnded && code == Http2Error.None)
        {
            // The answer is complete and the rest of the request not wanted (RFC 9113 §8.1). The answer may still be on its way.
            LeaveUpstream();
            Request.Discard();
            EndWhenDone();
        }
        else if (code == Http2Error.RefusedStream && !HasResponse)
        {
            FailOrTryAgain(UpstreamFailure.Refused);
        }
        else
        {
            Refuse(code);
        }
    }

    /// <summary>The connection to the endpoint is gone, or will not serve this stream.</summary>
    public void LostEndpoint(UpstreamFailure failure, Http2Error code = Http2Error.None)
    {
        EndpointCode = code;
        LeaveUpstream();

        if (Response.HasEnded)
        {
            Request.Discard();
            EndWhenDone();
        }
        else if (HasResponse)
        {
            Refuse(Http2Error.Internal);
        }
        else
        {
            FailOrTryAgain(failure);
        }
    }

    private void FailOrTryAgain(UpstreamFailure failure)
    {
        LeaveUpstream();

        if (failure != UpstreamFailure.Broken && IsReplayable)
        {
            Request.Replay(_replay);

            if (_journey!.TryAgain(this, failure))
            {
                return;
            }
        }

        _journey!.Fail(this, failure);
    }

    private void LeaveUpstream()
    {
        Upstream?.Remove(Response.SourceId);
        Upstream = null;
        Request.Detach();
    }
}
