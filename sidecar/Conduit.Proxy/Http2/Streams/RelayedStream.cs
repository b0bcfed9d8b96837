using Conduit.Model.Failures;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Messages;

namespace Conduit.Proxy.Http2.Streams;

/// <summary>
/// A request and its response on their way between a client's connection and an endpoint's. Kept for the next request when it is over;
/// <see cref="Generation"/> tells one life from the next.
/// </summary>
internal sealed partial class RelayedStream
{
    private readonly RelayContext _context;
    private readonly ReplayBuffer _replay;
    private IStreamJourney? _journey;
    private int? _grpcStatus;

    public RelayedStream(RelayContext context)
    {
        _context = context;
        _replay = new ReplayBuffer(context.Options.ReplayLimit);
        Request = new StreamHalf(this);
        Response = new StreamHalf(this);
    }

    public StreamHalf Request { get; }

    public StreamHalf Response { get; }

    public DownstreamConnection Downstream { get; private set; } = null!;

    /// <summary>Null before an endpoint is chosen and after it is done with the stream.</summary>
    public UpstreamConnection? Upstream { get; private set; }

    /// <summary>The request's header section.</summary>
    public HeaderBlock Head { get; private set; } = new();

    public RequestFields Fields { get; private set; }

    public bool IsGrpc { get; private set; }

    public bool HasResponse { get; private set; }

    public bool IsLive { get; private set; }

    public int Generation { get; private set; }

    /// <summary>What the endpoint gave as its reason when it went away.</summary>
    public Http2Error EndpointCode { get; private set; }

    /// <summary>Free for the journey.</summary>
    public object? Tag { get; set; }

    /// <summary>True while the request can be sent to another endpoint as if for the first time.</summary>
    public bool IsReplayable => !HasResponse && _replay.IsComplete;

    public void Begin(DownstreamConnection downstream, int id, in RequestFields fields, bool endStream)
    {
        IsLive = true;
        Downstream = downstream;
        Head = _context.TakeReceived(Head);
        Fields = fields;
        IsGrpc = fields.IsGrpc(Head);
        UseSchemeOfTheHop();
        Request.From(downstream, id);
        Response.To(downstream, id);

        if (endStream)
        {
            Request.EndWithHead(isSent: false);
        }
        else if (fields.ContentLength >= 0 && MessageRules.TryReadNumber(Head.Value(fields.ContentLength), out var length))
        {
            Request.DeclaredLength = length;
        }

        _journey = downstream.Router.Begin(this);
        _journey.Depart(this);
    }

    /// <summary>Answers in the endpoint's place.</summary>
    public void Answer(ProxyError error)
    {
        LocalResponse.Write(_context.Made, error, IsGrpc);
        AnswerMade(IsGrpc ? 200 : error.HttpStatus, IsGrpc ? error.GrpcStatus : null);
    }

    /// <summary>Ends it towards the client without an answer.</summary>
    public void Refuse(Http2Error code)
    {
        Downstream.Reset(Request.SourceId, code);
        End(code);
    }

    /// <summary>The client does not want it any more.</summary>
    public void CancelledByClient(Http2Error code)
    {
        Upstream?.Reset(Response.SourceId, code);
        End(code);
    }

    /// <summary>One side broke the rules of the stream: both lose it.</summary>
    public void Abort(Http2Error code)
    {
        Downstream.Reset(Request.SourceId, code);
        Upstream?.Reset(Response.SourceId, code);
        End(code);
    }

    /// <summary>A half sent something.</summary>
    internal void Sent(StreamHalf half, ReadOnlySpan<byte> data)
    {
        if (ReferenceEquals(half, Request))
        {
            _replay.Add(data);
        }
        else
        {
            _journey!.Received(this, data.Length);
        }
    }

    internal void EndWhenDone()
    {
        if (!IsLive || !Response.IsEndSent)
        {
            return;
        }

        if (Request.IsDiscarding && !Request.HasEnded)
        {
            Downstream.Reset(Request.SourceId, Http2Error.None);
            End(reset: null);
        }
        else if (Request.IsEndSent || Request.IsDiscarding)
        {
            End(reset: null);
        }
    }

    internal void AnswerMade(int status, int? grpcStatus)
    {
        HasResponse = true;
        _grpcStatus = grpcStatus;
        _journey?.Responded(this, _context.Made, status, grpcStatus);
        Downstream.SendHeaders(Response.TargetId, _context.Made, endStream: true, IsGrpc);
        LeaveUpstream();
        Request.Discard();
        Response.EndWithHead(isSent: true);
        EndWhenDone();
    }

    // The scheme says how this hop is spoken to, and servers refuse one that does not fit (RFC 9113 §8.3.1).
    private void UseSchemeOfTheHop()
    {
        if (Fields.Scheme >= 0 && Head.Value(Fields.Scheme).SequenceEqual("https"u8))
        {
            Head.Replace(Fields.Scheme, "http"u8);
        }
    }

    private void End(Http2Error? reset)
    {
        if (!IsLive)
        {
            return;
        }

        IsLive = false;
        Generation++;
        _journey?.Ended(this, _grpcStatus, reset);
        _journey = null;
        _grpcStatus = null;
        HasResponse = false;
        Tag = null;
        EndpointCode = Http2Error.None;
        var (downstream, id) = (Downstream, Request.SourceId);
        LeaveUpstream();
        Request.Reset();
        Response.Reset();
        _replay.Reset();
        _context.Return(this);
        downstream.Remove(id);
    }
}
