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
        // The answer is settled before the request shows, because a test changes the next one as soon as it does.
        var answer = Answer(request.RequestUri!.PathAndQuery);
        _requests.Enqueue(request.RequestUri.PathAndQuery);
        return answer;
    }

    private Task<HttpResponseMessage> Answer(string path)
    {
        if (Down)
        {
            return Task.FromException<HttpResponseMessage>(new HttpRequestException("nobody there"));
        }

        var status = path.StartsWith("/api/vote", StringComparison.Ordinal) ? VoteStatus : HttpStatusCode.OK;
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(List) });
    }
}
