namespace Conduit.TestPod.Calls;

/// <summary>How one HTTP call ended.</summary>
/// <param name="Status">Status code; 0 when there was no answer.</param>
/// <param name="ConduitError">The proxy's own error header, if it answered in the server's place.</param>
/// <param name="Body">Body of the answer.</param>
/// <param name="Failure">Why there was no answer.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record CallResult(int Status, string? ConduitError, string Body, string? Failure, long Milliseconds)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The kind of failure, without addresses or anything else that differs from call to call.</summary>
    public string Reason => Failure ?? $"{Status} {ConduitError ?? FirstOf(Body)}";

    // What emojivoto says of a failed call between its services: the status and message of gRPC.
    private static string FirstOf(string body) => body.Length <= 120 ? body : body[..120];
}
