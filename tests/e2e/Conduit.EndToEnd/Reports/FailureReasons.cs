namespace Conduit.EndToEnd.Reports;

/// <summary>Why calls fail while pods come and go. A reason that is not here fails the test that met it.</summary>
internal static class FailureReasons
{
    private static readonly (string Start, string Explanation)[] Known =
    [
        ("502 CDT", "the pod was gone before its proxy or the caller's had heard, and every retry met another such pod"),
        ("503 CDT", "the proxy knew no endpoint at that moment"),
        ("ConnectionError", "the pod's address was gone while kube-proxy still sent there; no proxy of ours was on the path"),
        ("ResponseEnded", "the pod ended with the call on its connection"),
    ];

    public static string? Explain(string reason) =>
        Known.FirstOrDefault(known => reason.StartsWith(known.Start, StringComparison.Ordinal)).Explanation;
}
