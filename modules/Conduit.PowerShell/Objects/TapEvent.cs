using Conduit.Operations.Tap;

namespace Conduit.PowerShell.Objects;

/// <summary>Something that a proxy saw of a request. Every event has all properties, so that tables and CSV files have all columns.</summary>
public sealed record TapEvent
{
    private readonly string _line;

    private TapEvent(Operations.Tap.TapEvent seen) => _line = TapLine.Of(seen, wide: false);

    /// <summary><c>Request</c>, <c>Response</c> or <c>End</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The request that it belongs to; unique within a tap.</summary>
    public required string Id { get; init; }

    /// <summary><c>Inbound</c> or <c>Outbound</c>: which side of its pod the proxy saw it on.</summary>
    public required string Direction { get; init; }

    /// <summary>Address of the caller's end of the connection.</summary>
    public required string Source { get; init; }

    /// <summary>Null when the mesh does not know it.</summary>
    public required string? SourcePod { get; init; }

    /// <summary>Address of the called end of the connection.</summary>
    public required string Destination { get; init; }

    /// <summary>Null when the mesh does not know it.</summary>
    public required string? DestinationPod { get; init; }

    /// <summary>Whether TLS protects the connection, or why not; empty when unknown.</summary>
    public required string Tls { get; init; }

    /// <summary>Of a request.</summary>
    public string? Method { get; private init; }

    /// <summary>Of a request.</summary>
    public string? Scheme { get; private init; }

    /// <summary>Of a request.</summary>
    public string? Authority { get; private init; }

    /// <summary>Of a request, with its query.</summary>
    public string? Path { get; private init; }

    /// <summary>
    /// Of a request and a response: by name, in whatever case; several of one name are joined with commas, and secrets are
    /// <c>(redacted)</c>. Null in an end.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; private init; }

    /// <summary>Of a response.</summary>
    public int? HttpStatus { get; private init; }

    /// <summary>Of a response and an end: since the request began.</summary>
    public TimeSpan? Latency { get; private init; }

    /// <summary>Of an end: since the response began.</summary>
    public TimeSpan? Duration { get; private init; }

    /// <summary>Of an end: bytes of the response's body.</summary>
    public long? ResponseBytes { get; private init; }

    /// <summary>Of an end: gRPC's status by name; null when the response is not gRPC, or was broken off.</summary>
    public string? GrpcStatus { get; private init; }

    /// <summary>Of an end: the HTTP/2 error that broke it off; null when it was complete.</summary>
    public uint? ResetError { get; private init; }

    /// <summary>What the mesh knows of the caller.</summary>
    public required IReadOnlyDictionary<string, string> SourceLabels { get; init; }

    /// <summary>What the mesh knows of the called end.</summary>
    public required IReadOnlyDictionary<string, string> DestinationLabels { get; init; }

    /// <summary>The line that <c>conduit tap</c> prints.</summary>
    public override string ToString() => _line;

    internal static TapEvent Of(Operations.Tap.TapEvent seen) => seen switch
    {
        TapRequestBegan began => Head("Request", seen) with
        {
            Method = began.Method,
            Scheme = began.Scheme,
            Authority = began.Authority,
            Path = began.Path,
            Headers = ByName(began.Headers),
        },
        TapResponseBegan answered => Head("Response", seen) with
        {
            HttpStatus = answered.HttpStatus,
            Latency = answered.Latency,
            Headers = ByName(answered.Headers),
        },
        TapResponseEnded ended => Head("End", seen) with
        {
            Latency = ended.Latency,
            Duration = ended.Duration,
            ResponseBytes = ended.ResponseBytes,
            GrpcStatus = ended.GrpcStatus is { } status ? GrpcStatusNames.Of(status) : null,
            ResetError = ended.ResetError,
        },
        _ => Head("Unknown", seen),
    };

    private static Dictionary<string, string> ByName(TapHeaders headers) => headers.Shown
        .GroupBy(header => header.Name, header => header.Text, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => string.Join(", ", group), StringComparer.OrdinalIgnoreCase);

    private static TapEvent Head(string name, Operations.Tap.TapEvent seen) => new(seen)
    {
        Event = name,
        Id = seen.Id.ToString(),
        Direction = seen.Direction.ToString(),
        Source = seen.Source.Address.ToString(),
        SourcePod = seen.Source.Pod,
        Destination = seen.Destination.Address.ToString(),
        DestinationPod = seen.Destination.Pod,
        Tls = seen.Tls,
        SourceLabels = seen.Source.Labels,
        DestinationLabels = seen.Destination.Labels,
    };
}
