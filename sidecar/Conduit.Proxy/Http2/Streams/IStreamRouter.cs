namespace Conduit.Proxy.Http2.Streams;

/// <summary>Says where requests go.</summary>
internal interface IStreamRouter
{
    /// <param name="stream">Its request's head is known and valid.</param>
    IStreamJourney Begin(RelayedStream stream);
}
