namespace Conduit.EndToEnd.Reports;

/// <summary>Why calls fail while pods come and go. A reason that is not here fails the test that met it.</summary>
internal static class FailureReasons
{
    private static readonly (string Sign, string Explanation)[] Known =
    [
        ("CDT0101", "the pods that the caller's proxy knew were gone, and it had not heard of others yet"),
        ("CDT0102", "a pod's proxy was there without its app, which starts later or had ended before it"),
        ("CDT0201", "a pod ended with the call on its connection; it may have acted on it, so no proxy repeats it"),
        ("CDT0301", "Kubernetes called no pod ready: so it does for a moment when it could not hear from the node, as after a pause of the API server"),
        ("CDT0302", "every pod had just failed, and the proxy gives them a pause"),
        ("CDT0304", "the pod's proxy was shutting down"),
        ("Unavailable", "a pod of voting ended with the call on its connection, with no proxy of ours beside the caller"),
        ("ConnectionError", "kube-proxy still sent to a pod that was gone; no proxy of ours stands beside the caller"),
        ("ResponseEnded", "a pod of web ended with the call on its connection; no proxy of ours stands beside the caller"),
    ];

    public static string? Explain(string reason) =>
        Known.FirstOrDefault(known => reason.Contains(known.Sign, StringComparison.Ordinal)).Explanation;
}
