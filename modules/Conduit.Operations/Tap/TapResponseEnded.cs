namespace Conduit.Operations.Tap;

/// <summary>The response is over, or was broken off.</summary>
public sealed record TapResponseEnded : TapEvent
{
    /// <summary>Since the response began.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Since the request began.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Bytes of the response's body.</summary>
    public required long ResponseBytes { get; init; }

    /// <summary>Null when the response is not gRPC, or was broken off.</summary>
    public required uint? GrpcStatus { get; init; }

    /// <summary>The HTTP/2 error that broke it off; null when it was complete.</summary>
    public required uint? ResetError { get; init; }
}
