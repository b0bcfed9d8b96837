using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>What makes two requests alike.</summary>
internal sealed record TopKey(string Source, string Destination, TapDirection Direction, string Method, string Authority, string Path)
{
    public static TopKey Of(TapRequestBegan began) => new(
        // A stranger's port is new with each connection.
        began.Source.Pod ?? began.Source.Address.Address.ToString(),
        began.Destination.Pod ?? began.Destination.Address.ToString(),
        began.Direction,
        began.Method,
        began.Authority,
        began.Path.Split('?', 2)[0]);
}
