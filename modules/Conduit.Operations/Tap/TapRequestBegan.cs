namespace Conduit.Operations.Tap;

/// <summary>The head of a request passed the proxy.</summary>
public sealed record TapRequestBegan : TapEvent
{
    public required string Method { get; init; }

    public required string Scheme { get; init; }

    public required string Authority { get; init; }

    /// <summary>With its query.</summary>
    public required string Path { get; init; }

    public TapHeaders Headers { get; init; } = TapHeaders.None;
}
