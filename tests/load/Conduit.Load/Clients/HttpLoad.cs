namespace Conduit.Load.Clients;

/// <summary>How many requests, over how many connections with how many streams each.</summary>
/// <param name="Requests">All of them.</param>
/// <param name="Connections">Opened at the beginning.</param>
/// <param name="Streams">At a time on each connection.</param>
/// <param name="Rate">Requests a second on each connection; null for as many as go.</param>
/// <param name="Body">A file that every request posts; null for GET.</param>
internal sealed record HttpLoad(int Requests, int Connections, int Streams, double? Rate = null, string? Body = null)
{
    /// <summary>
    /// True for connections that begin one after the other, over the time between two requests of one, so that their requests are evenly
    /// spread; otherwise those of all connections come together.
    /// </summary>
    public bool IsSpread { get; init; }
}
