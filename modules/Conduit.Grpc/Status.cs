namespace Conduit.Grpc;

/// <summary>How a call ended.</summary>
/// <param name="StatusCode">The outcome.</param>
/// <param name="Detail">Words for people; they travel in <c>grpc-message</c>.</param>
/// <param name="DebugException">The local cause, where there is one; it never travels.</param>
public readonly record struct Status(StatusCode StatusCode, string Detail, Exception? DebugException = null)
{
    /// <summary><see cref="Grpc.StatusCode.OK"/> without detail.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary><see cref="Grpc.StatusCode.Cancelled"/> without detail.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
