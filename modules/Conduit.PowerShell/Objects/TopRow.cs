namespace Conduit.PowerShell.Objects;

/// <summary>The observed requests that have source, destination, direction, method, authority and path in common.</summary>
public sealed record TopRow
{
    /// <summary>The caller's pod, or its IP address where the mesh does not know it.</summary>
    public required string Source { get; init; }

    /// <summary>The called pod, or its address where the mesh does not know it.</summary>
    public required string Destination { get; init; }

    /// <summary><c>Inbound</c> or <c>Outbound</c>: where it was seen.</summary>
    public required string Direction { get; init; }

    public required string Method { get; init; }

    public required string Authority { get; init; }

    /// <summary>Without its query.</summary>
    public required string Path { get; init; }

    /// <summary>Requests that ended.</summary>
    public required long Count { get; init; }

    /// <summary>Shortest time to the first byte of the response.</summary>
    public required TimeSpan Best { get; init; }

    public required TimeSpan Worst { get; init; }

    public required TimeSpan Last { get; init; }

    /// <summary>0 to 1.</summary>
    public required double SuccessRate { get; init; }

    internal static TopRow Of(Operations.Top.TopRow row) => new()
    {
        Source = row.Source,
        Destination = row.Destination,
        Direction = row.Direction.ToString(),
        Method = row.Method,
        Authority = row.Authority,
        Path = row.Path,
        Count = row.Count,
        Best = row.Best,
        Worst = row.Worst,
        Last = row.Last,
        SuccessRate = row.SuccessRate,
    };
}
