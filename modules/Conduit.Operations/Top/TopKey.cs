using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>What makes two requests alike.</summary>
internal sealed record TopKey(string Source, string Destination, TapDirection Direction, string Method, string Authority, string Path)
{
    private const char Query = '?';
    private const string OtherQueries = "?…";
    private const string OtherPaths = "(other)";

    public bool HasQuery() => Path.Contains(Query, StringComparison.Ordinal);

    public TopKey WithoutQuery() => this with { Path = Path.Split(Query, 2)[0] };

    /// <summary>Stands for this path with whatever query.</summary>
    public TopKey WithOtherQuery() => this with { Path = WithoutQuery().Path + OtherQueries };

    /// <summary>Stands for all paths.</summary>
    public TopKey WithOtherPath() => this with { Path = OtherPaths };

    public static TopKey Of(TapRequestBegan began) => new(
        // A stranger's port is new with each connection.
        began.Source.Pod ?? began.Source.Address.Address.ToString(),
        began.Destination.Pod ?? began.Destination.Address.ToString(),
        began.Direction,
        began.Method,
        began.Authority,
        began.Path);
}
