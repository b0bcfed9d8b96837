using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Streams;

/// <summary>One request's way: decides where it goes and hears what becomes of it. All calls come on the loop.</summary>
internal interface IStreamJourney
{
    /// <summary>
    /// Chooses an endpoint, then calls <see cref="RelayedStream.SendTo"/> or one of its answers, now or later on the loop. Later only
    /// after looking whether the stream's <see cref="RelayedStream.Generation"/> is still the same.
    /// </summary>
    void Depart(RelayedStream stream);

    /// <summary>The endpoint failed. True when the request is on its way elsewhere; only asked while it can be sent again.</summary>
    bool TryAgain(RelayedStream stream, UpstreamFailure failure);

    /// <summary>The endpoint failed and the request will not be sent again: answers it.</summary>
    void Fail(RelayedStream stream, UpstreamFailure failure);

    /// <summary>The final head of the response is there.</summary>
    void Responded(RelayedStream stream, HeaderBlock head, int status, int? grpcStatus);

    void Received(RelayedStream stream, int bytes);

    /// <summary>It is over; comes last and once.</summary>
    /// <param name="stream">Still holds all it held.</param>
    /// <param name="grpcStatus">The one in the trailers; null when there was none.</param>
    /// <param name="reset">Null after an orderly end.</param>
    void Ended(RelayedStream stream, int? grpcStatus, Http2Error? reset);
}
