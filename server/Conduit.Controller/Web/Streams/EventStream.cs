using System.Text;

namespace Conduit.Controller.Web.Streams;

/// <summary>Server-sent events (HTML Living Standard, §9.2).</summary>
internal sealed class EventStream(HttpResponse response)
{
    /// <summary>The headers go out at once, so that a client knows that it was let in before there is anything to say.</summary>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        return CommentAsync("connected", cancellationToken);
    }

    /// <param name="name">The event's name.</param>
    /// <param name="json">On one line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        await response.WriteAsync($"event: {name}\ndata: ", Encoding.UTF8, cancellationToken);
        await response.Body.WriteAsync(json, cancellationToken);
        await response.WriteAsync("\n\n", Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    public async Task CommentAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync($": {text}\n\n", Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
