namespace Conduit.EndToEnd.Reports;

/// <summary>Why calls may fail while something is done to the mesh. A reason that is not here fails the test that met it.</summary>
internal sealed class FailureReasons
{
    private const string OfAProxy = "CDT";

    private static readonly (string Sign, string Explanation)[] OfABusyMachine =
    [
        ("CDT0101", "no pod took a connection within a second: none of them was given a core"),
        ("CDT0301", "no pod answered its own readiness probe within a second: none of them was given a core"),
        ("CDT0302", "every pod had just failed to take a connection, and the proxy gives them a pause"),
        ("CDT0304", "the pod's proxy had waited its drain delay, and the caller had still not heard that the pod ends"),
        ("DeadlineExceeded", "web gave up waiting for a service that was not given a core"),
        ("timeout", "no answer came in 20 s: who should have given it was not given a core"),
        ("ConnectionReset", "a connection was taken, and its pod was gone before it could be served"),
    ];

    private readonly (string Sign, string Explanation)[] _known;

    private FailureReasons(params (string Sign, string Explanation)[] known) => _known = [.. known, .. OfABusyMachine];

    /// <summary>Pods come and go in good order, or what governs them is away: only the application may fail a call.</summary>
    public static FailureReasons OfTheApplication { get; } = new(
        ("CDT0102", "the app of a pod had ended, or was not given a core; no proxy of ours stands beside the caller to go elsewhere"),
        ("CDT0201", "the app of a pod ended with the call on its connection; it may have acted on it, so no proxy repeats it"),
        ("Unavailable", "a pod of voting ended with the call on its connection, with no proxy of ours beside the caller"),
        ("ConnectionError", "kube-proxy still sent to a pod that was gone; no proxy of ours stands beside the caller"),
        ("ResponseEnded", "a pod of web ended with the call on its connection; no proxy of ours stands beside the caller"));

    /// <summary>The application in a pod was killed.</summary>
    public static FailureReasons OfAKilledApplication { get; } = new(
        ("CDT0201", "the app's: it was killed with the call in it, and may have acted on it, so no proxy repeats it"));

    /// <summary>The proxy of a pod was killed.</summary>
    public static FailureReasons OfAKilledProxy { get; } = new(
        ("CDT0201", "the proxy's: it was killed with the call in it, and the app may have acted on it, so no other proxy repeats it"));

    /// <summary>Null for a reason that is not permitted. What a proxy said is explained by its code alone.</summary>
    public string? Explain(string reason) => _known
        .FirstOrDefault(known => reason.Contains(known.Sign, StringComparison.Ordinal)
            && (known.Sign.StartsWith(OfAProxy, StringComparison.Ordinal) || !reason.Contains(OfAProxy, StringComparison.Ordinal)))
        .Explanation;
}
