using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>The observed requests that have these six things in common.</summary>
public sealed record TopRow
{
    /// <summary>The caller's pod, or its IP address where the mesh does not know it.</summary>
    public required string Source { get; init; }

    /// <summary>The called pod, or its address where the mesh does not know it.</summary>
    public required string Destination { get; init; }

    /// <summary>Where it was seen. A request between two watched pods is seen twice, so it has two rows.</summary>
    public required TapDirection Direction { get; init; }

    public required string Method { get; init; }

    public required string Authority { get; init; }

    /// <summary>With its query; ends with <c>?…</c> where many queries of a path count together, and is <c>(other)</c> for many paths.</summary>
    public required string Path { get; init; }

    /// <summary>Requests that ended.</summary>
    public required long Count { get; init; }

    /// <summary>Shortest time to the first byte of the response.</summary>
    public required TimeSpan Best { get; init; }

    public required TimeSpan Worst { get; init; }

    public required TimeSpan Last { get; init; }

    /// <summary>0 to 1.</summary>
    public required double SuccessRate { get; init; }
}
