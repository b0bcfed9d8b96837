using System.Net.Sockets;

namespace Conduit.TestPod.Calls;

/// <summary>Makes HTTP calls and TCP conversations, and tells how they ended.</summary>
internal sealed class Caller(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = CallLimit };

    public async Task<CallResult> CallAsync(Uri address, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();

        try
        {
            using var answer = await _client.GetAsync(address, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            var error = answer.Headers.TryGetValues("conduit-error", out var values) ? string.Join(", ", values) : null;
            return new CallResult((int)answer.StatusCode, error, body, Failure: null, Elapsed());
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new CallResult(Status: 0, ConduitError: null, Body: "", Kind(failure), Elapsed());
        }

        long Elapsed() => (long)time.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Connects, says <paramref name="say"/> if there is something to say, and gives the first line that comes back.</summary>
    public static async Task<string> DialAsync(string host, int port, string? say, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CallLimit);

        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(host, port, limit.Token);
            var stream = connection.GetStream();

            if (say is not null)
            {
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(say + "\n"), limit.Token);
            }

            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(limit.Token) ?? "(closed)";
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
        {
            return $"({Kind(failure)})";
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Kind(Exception failure) => failure switch
    {
        OperationCanceledException => "timeout",
        SocketException socket => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } => error.ToString(),
        { InnerException: { } inner } => Kind(inner),
        _ => failure.GetType().Name,
    };
}
