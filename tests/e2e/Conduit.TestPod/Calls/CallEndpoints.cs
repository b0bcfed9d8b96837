namespace Conduit.TestPod.Calls;

/// <summary>Lets a test call from inside the pod, and so through its outbound proxy.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this WebApplication app)
    {
        app.MapGet("/call", (Uri url, Caller caller, CancellationToken cancellationToken) => caller.CallAsync(url, cancellationToken));
        app.MapGet("/dial", (string host, int port, string? say, CancellationToken cancellationToken) =>
            Caller.DialAsync(host, port, say, cancellationToken));
    }
}
