namespace Conduit.TestPod.Calls;

/// <summary>How one HTTP call ended.</summary>
/// <param name="Status">Status code; 0 when there was no answer.</param>
/// <param name="ConduitError">The proxy's own error header, if it answered in the server's place.</param>
/// <param name="Body">Body of the answer.</param>
/// <param name="Failure">Why there was no answer.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record CallResult(int Status, string? ConduitError, string Body, string? Failure, long Milliseconds)
{
    private const int LongestReason = 1000;

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The kind of failure, without addresses or anything else that differs from call to call.</summary>
    public string Reason => Failure ?? $"{Status} {ConduitError ?? FirstOf(Body)}";

    // What emojivoto says of a failed call between its services: the message and, after it, the status of gRPC.
    private static string FirstOf(string body) => body.Length <= LongestReason ? body : body[..LongestReason];
}
