namespace Conduit.Operations.Tap;

/// <summary>The head of a response passed the proxy.</summary>
public sealed record TapResponseBegan : TapEvent
{
    public required int HttpStatus { get; init; }

    /// <summary>Since the request began.</summary>
    public required TimeSpan Latency { get; init; }

    public TapHeaders Headers { get; init; } = TapHeaders.None;
}
