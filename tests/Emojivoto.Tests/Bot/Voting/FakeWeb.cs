using System.Collections.Concurrent;
using System.Net;

namespace Emojivoto.Tests.Bot.Voting;

/// <summary>A web that lists one emoji, takes every vote, and can be put out of order.</summary>
internal sealed class FakeWeb : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _requests = new();

    public IReadOnlyList<string> Requests => [.. _requests];

    public string List { get; set; } = """[{"shortcode":":taco:","unicode":"🌮"}]""";

    public HttpStatusCode VoteStatus { get; set; } = HttpStatusCode.OK;

    public bool Down { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        _requests.Enqueue(path);
        if (Down)
        {
            throw new HttpRequestException("nobody there");
        }

        var status = path.StartsWith("/api/vote", StringComparison.Ordinal) ? VoteStatus : HttpStatusCode.OK;
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(List) });
    }
}
