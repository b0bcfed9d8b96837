using System.Collections.Concurrent;
using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Streams;

namespace Conduit.Proxy.Tests.Http2;

/// <summary>Tries its endpoints in order, and writes down what becomes of requests.</summary>
internal sealed class FixedRouter : IStreamRouter, IStreamJourney
{
    public FixedRouter(RelayContext context, params IPEndPoint[] endpoints) =>
        Pools = [.. endpoints.Select(endpoint => new UpstreamPool(context, endpoint, TimeSpan.FromSeconds(10)))];

    public UpstreamPool[] Pools { get; }

    public ConcurrentQueue<string> Events { get; } = new();

    public IStreamJourney Begin(RelayedStream stream)
    {
        stream.Tag = 0;
        return this;
    }

    public void Depart(RelayedStream stream)
    {
        if (Pools.Length == 0)
        {
            stream.Answer(ProxyErrors.NoEndpoints);
        }
        else
        {
            stream.SendTo(Pools[0]);
        }
    }

    public bool TryAgain(RelayedStream stream, UpstreamFailure failure)
    {
        Events.Enqueue($"{failure}");
        var next = (int)stream.Tag! + 1;
        stream.Tag = next;

        if (next >= Pools.Length)
        {
            return false;
        }

        stream.SendTo(Pools[next]);
        return true;
    }

    public void Fail(RelayedStream stream, UpstreamFailure failure)
    {
        if (failure is UpstreamFailure.Refused or UpstreamFailure.GoneAway)
        {
            stream.Refuse(Http2Error.RefusedStream);
        }
        else
        {
            stream.Answer(failure == UpstreamFailure.Broken ? ProxyErrors.UpstreamBroke : ProxyErrors.ConnectFailed);
        }
    }

    public void Responded(RelayedStream stream, HeaderBlock head, int status, int? grpcStatus) => Events.Enqueue($"responded {status} {grpcStatus}".TrimEnd());

    public void Received(RelayedStream stream, int bytes)
    {
    }

    public void Ended(RelayedStream stream, int? grpcStatus, Http2Error? reset) =>
        Events.Enqueue($"ended {grpcStatus} {reset}".TrimEnd());
}
