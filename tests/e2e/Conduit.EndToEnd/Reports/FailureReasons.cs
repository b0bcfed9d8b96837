namespace Conduit.EndToEnd.Reports;

/// <summary>Why calls may fail while something is done to the mesh. A reason that is not here fails the test that met it.</summary>
/// <param name="explanations">By what the reason contains.</param>
internal sealed class FailureReasons(params (string Sign, string Explanation)[] explanations)
{
    private const string OfAProxy = "CDT";

    /// <summary>
    /// Pods come and go in good order, or what governs them is away: nothing that a proxy does may fail a call. What is here is the
    /// application's and kube-proxy's doing, or a machine's that has more to do than it can.
    /// </summary>
    public static FailureReasons OfTheApplication { get; } = new(
        ("CDT0101", "no pod took a connection within a second: none of them was given a core"),
        ("CDT0301", "no pod answered its own readiness probe within a second: none of them was given a core"),
        ("CDT0302", "every pod had just failed to take a connection, and the proxy gives them a pause"),
        ("Unavailable", "a pod of voting ended with the call on its connection, with no proxy of ours beside the caller"),
        ("ConnectionError", "kube-proxy still sent to a pod that was gone; no proxy of ours stands beside the caller"),
        ("ResponseEnded", "a pod of web ended with the call on its connection; no proxy of ours stands beside the caller"));

    /// <summary>The application in a pod was killed.</summary>
    public static FailureReasons OfAKilledApplication { get; } = new(
        ("CDT0201", "the app's: it was killed with the call in it, and may have acted on it, so no proxy repeats it"));

    /// <summary>The proxy of a pod was killed.</summary>
    public static FailureReasons OfAKilledProxy { get; } = new(
        ("CDT0201", "the proxy's: it was killed with the call in it, and the app may have acted on it, so no other proxy repeats it"));

    /// <summary>Null for a reason that is not permitted. An error of a proxy's own must be named as such.</summary>
    public string? Explain(string reason) => explanations
        .FirstOrDefault(known => reason.Contains(known.Sign, StringComparison.Ordinal)
            && (known.Sign.StartsWith(OfAProxy, StringComparison.Ordinal) || !reason.Contains(OfAProxy, StringComparison.Ordinal)))
        .Explanation;
}
