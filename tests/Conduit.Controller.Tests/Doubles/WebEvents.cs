using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>An event stream that a page holds open.</summary>
internal sealed class WebEvents : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private WebEvents(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<WebEvents> OpenAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new WebEvents(response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<(string Name, JsonElement Data)> NextAsync()
    {
        Assert.True(await Eventually.Ends(_items.MoveNextAsync().AsTask()), "The stream has ended.");
        return (_items.Current.EventType, JsonDocument.Parse(_items.Current.Data).RootElement);
    }

    public ValueTask DisposeAsync()
    {
        // The enumerator may wait for the next event; taking the connection from it ends that.
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
