using System.Collections.Immutable;
using System.Net;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Forwarding;

/// <summary>
/// One request and its response, as counters and taps see them. The engine says what happens, from one thread at a time; the sinks
/// hear each step once, however often and in whatever order an engine's failures report it. When it has ended it may begin anew, for
/// another request.
/// </summary>
internal sealed class Exchange(ImmutableArray<IExchangeSink> sinks, TimeProvider time)
{
    private long _receivedAt;
    private bool _isStarted;
    private int _isEnded;
    private long _responseBytes;

    public Direction Direction { get; private set; }

    public RequestHead Head { get; private set; }

    public IPEndPoint Source { get; private set; } = null!;

    /// <summary>Null when it went nowhere.</summary>
    public IPEndPoint? Destination { get; private set; }

    public EndpointLabels Labels { get; private set; } = EndpointLabels.None;

    /// <summary>0 until the response's head.</summary>
    public int Status { get; private set; }

    /// <summary>Null when the response has none.</summary>
    public int? GrpcStatus { get; private set; }

    /// <summary>The HTTP/2 error code that it ended with; null for an orderly end. Broken HTTP/1 exchanges have one too.</summary>
    public Http2Error? ResetCode { get; private set; }

    /// <summary>Whether the engine shall give it the headers of request and response. Said when it begins.</summary>
    public bool ShowsHeaders { get; private set; }

    public SeenHeaders RequestHeaders { get; set; } = SeenHeaders.None;

    public SeenHeaders ResponseHeaders { get; set; } = SeenHeaders.None;

    public long ResponseBytes => Interlocked.Read(ref _responseBytes);

    /// <summary>From the request's head to the response's, or to the end where there was no response.</summary>
    public TimeSpan Latency { get; private set; }

    /// <summary>From the request's head to the end.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Where it was counted last. Stays when it begins anew, since the next request is often of the same kind.</summary>
    public RequestSeries? Series { get; set; }

    /// <summary>A timestamp of the last step: when it began, was answered or ended.</summary>
    public long SteppedAt { get; private set; }

    public bool IsEnded => Volatile.Read(ref _isEnded) == 1;

    public Exchange Begin(Direction direction, in RequestHead head, IPEndPoint source)
    {
        (Direction, Head, Source) = (direction, head, source);
        (Destination, Labels, GrpcStatus, ResetCode) = (null, EndpointLabels.None, null, null);
        (Status, _responseBytes, Latency, Duration) = (0, 0, default, default);
        (RequestHeaders, ResponseHeaders, ShowsHeaders) = (SeenHeaders.None, SeenHeaders.None, IsWantedWithHeaders());
        _receivedAt = SteppedAt = time.GetTimestamp();
        _isStarted = false;
        Volatile.Write(ref _isEnded, 0);
        return this;
    }

    /// <summary>Called again when another endpoint is tried; the sinks hear of the first.</summary>
    public void SentTo(IPEndPoint? destination, EndpointLabels labels)
    {
        Destination = destination;
        Labels = labels;

        if (!_isStarted)
        {
            _isStarted = true;

            foreach (var sink in sinks)
            {
                sink.Started(this);
            }
        }
    }

    public void Responded(int status, int? grpcStatus)
    {
        if (IsEnded)
        {
            return;
        }

        SentTo(Destination, Labels);
        Latency = Step();
        Status = status;
        GrpcStatus = grpcStatus;

        foreach (var sink in sinks)
        {
            sink.Responded(this);
        }
    }

    public void Received(long bytes) => Interlocked.Add(ref _responseBytes, bytes);

    /// <summary>The status in the trailers, which wins over one in the head.</summary>
    public void Concluded(int? grpcStatus) => GrpcStatus = grpcStatus ?? GrpcStatus;

    public void Ended() => End(resetCode: null);

    public void Reset(Http2Error code) => End(code);

    private TimeSpan Step()
    {
        SteppedAt = time.GetTimestamp();
        return time.GetElapsedTime(_receivedAt, SteppedAt);
    }

    private bool IsWantedWithHeaders()
    {
        foreach (var sink in sinks)
        {
            if (sink.WantsHeaders)
            {
                return true;
            }
        }

        return false;
    }

    private void End(Http2Error? resetCode)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 1)
        {
            return;
        }

        SentTo(Destination, Labels);
        ResetCode = resetCode;
        Duration = Step();
        Latency = Status == 0 ? Duration : Latency;

        foreach (var sink in sinks)
        {
            sink.Ended(this);
        }
    }
}
