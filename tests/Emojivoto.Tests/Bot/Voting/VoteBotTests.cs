using System.Net;
using Conduit.Testing.Time;
using Emojivoto.Bot.Voting;

namespace Emojivoto.Tests.Bot.Voting;

public sealed class VoteBotTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeWeb _web = new();
    private readonly StringWriter _log = new() { NewLine = "\n" };
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        var client = new HttpClient(_web) { BaseAddress = new Uri("http://web.test") };
        _running = new VoteBot(client, new Random(1), _time, TextWriter.Synchronized(_log)).RunAsync(Interval, _stopping.Token);
        await Eventually.Holds(() => _time.PendingTimers == 1);
    }

    public Task DisposeAsync() => StopAsync();

    public void Dispose()
    {
        _stopping.Dispose();
        _web.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task It_looks_at_the_list_and_votes_once_per_interval()
    {
        Assert.Empty(_web.Requests);

        await VisitAsync(requests: 2);
        await VisitAsync(requests: 4);

        Assert.Equal("/api/list", _web.Requests[0]);
        Assert.StartsWith("/api/vote?choice=:", _web.Requests[1], StringComparison.Ordinal);
        Assert.Equal("/api/list", _web.Requests[2]);
        Assert.StartsWith("/api/vote?choice=:", _web.Requests[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_looks_at_the_leaderboard_after_every_tenth_vote()
    {
        for (var visit = 1; visit <= 9; visit++)
        {
            await VisitAsync(requests: 2 * visit);
        }

        Assert.DoesNotContain("/api/leaderboard", _web.Requests);
        await VisitAsync(requests: 21);

        Assert.Equal("/api/leaderboard", _web.Requests[20]);
    }

    [Fact]
    public async Task A_refused_vote_is_no_trouble()
    {
        _web.VoteStatus = HttpStatusCode.InternalServerError;

        await VisitAsync(requests: 2);
        await VisitAsync(requests: 4);
        await StopAsync();

        Assert.Equal("", _log.ToString());
    }

    [Fact]
    public async Task It_says_once_that_the_web_is_down_and_goes_on_when_it_is_back()
    {
        _web.Down = true;
        await VisitAsync(requests: 1);
        await VisitAsync(requests: 2);
        _web.Down = false;
        await VisitAsync(requests: 4);
        await VisitAsync(requests: 6);
        await StopAsync();

        Assert.Equal("The web is in trouble: nobody there\nThe web answers again.\n", _log.ToString());
    }

    [Fact]
    public async Task An_empty_list_and_one_that_is_no_json_are_trouble_and_not_the_end()
    {
        _web.List = "[]";
        await VisitAsync(requests: 1);
        _web.List = "<html>";
        await VisitAsync(requests: 2);
        await VisitAsync(requests: 3);
        await StopAsync();

        Assert.StartsWith("The web is in trouble: its list is empty\nThe web is in trouble: ", _log.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Lets one interval pass; what the visit before had to say is said by then.</summary>
    private async Task VisitAsync(int requests)
    {
        _time.Advance(Interval);
        await Eventually.Holds(() => _web.Requests.Count == requests);
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Eventually.Ends(_running);
    }
}
