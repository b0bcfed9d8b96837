namespace Conduit.Load.Clients;

/// <summary>How many requests, over how many connections with how many streams each, and how many a second on each connection.</summary>
internal sealed record HttpLoad(int Requests, int Connections, int Streams, double? Rate = null);
