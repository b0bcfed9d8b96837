using System.Text.Json.Serialization;

namespace Conduit.Controller.Web.Documents;

/// <summary>One step of a request: its beginning, the first byte of its answer, or its end. Fields of other steps are absent.</summary>
internal sealed record TapEventDocument
{
    /// <summary>The same in all steps of a request, and no other request's.</summary>
    public required string Id { get; init; }

    /// <summary>Whose proxy saw it: the caller's (<c>outbound</c>) or the called one's (<c>inbound</c>).</summary>
    public required string Direction { get; init; }

    public required TapPeerDocument Source { get; init; }

    public required TapPeerDocument Destination { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Method { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scheme { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Authority { get; init; }

    /// <summary>With its query.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>Of a request and a response.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TapHeaderDocument>? Headers { get; init; }

    /// <summary>How many headers there were besides, because an event has a bounded size.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public uint? HeadersLeftOut { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public uint? Status { get; init; }

    /// <summary>Milliseconds from the request to the first byte of the answer, or to the end in the last step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SinceRequest { get; init; }

    /// <summary>Milliseconds from the first byte of the answer to its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SinceResponse { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ulong? Bytes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public uint? GrpcStatus { get; init; }

    /// <summary>The code of the reset that ended it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public uint? Reset { get; init; }
}
