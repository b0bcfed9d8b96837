using System.Collections.Immutable;
using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>Puts the events of requests together and counts requests that are alike. Holds a bounded number of both.</summary>
internal sealed class TopTable
{
    private const int MostRows = 1000;
    private const int MostQueriesOfPath = 50;
    private const int MostOpenRequests = 10_000;

    private readonly Dictionary<TapStreamId, OpenRequest> _open = [];
    private readonly Dictionary<TopKey, TopTally> _tallies = [];
    private readonly Dictionary<TopKey, int> _queries = [];

    public long Count { get; private set; }

    public void Add(TapEvent tapEvent)
    {
        switch (tapEvent)
        {
            case TapRequestBegan began when _open.Count < MostOpenRequests:
                _open[began.Id] = new OpenRequest(TopKey.Of(began));
                break;
            case TapResponseBegan answered when _open.TryGetValue(answered.Id, out var request):
                _open[answered.Id] = request with { HttpStatus = answered.HttpStatus, Latency = answered.Latency };
                break;
            case TapResponseEnded ended when _open.Remove(ended.Id, out var request):
                Close(request, ended);
                break;
        }
    }

    public ImmutableArray<TopRow> Rows() =>
    [
        .. _tallies.OrderByDescending(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
            .Select(pair => pair.Value.ToRow(pair.Key)),
    ];

    private void Close(OpenRequest request, TapResponseEnded ended)
    {
        TallyOf(request.Key).Add(request.Latency ?? ended.Latency, request.HttpStatus < 500 && ended.ResetError is null && ended.GrpcStatus is null or 0);
        Count++;
    }

    private TopTally TallyOf(TopKey key)
    {
        if (_tallies.TryGetValue(key, out var tally))
        {
            return tally;
        }

        var row = RowFor(key);

        if (!_tallies.TryGetValue(row, out tally))
        {
            _tallies[row] = tally = new TopTally();
        }

        return tally;
    }

    // A query often says what is asked for, and sometimes it is another one each time.
    private TopKey RowFor(TopKey key)
    {
        if (_tallies.Count >= MostRows)
        {
            return key.WithOtherPath();
        }

        if (!key.HasQuery())
        {
            return key;
        }

        var path = key.WithoutQuery();
        var queries = _queries[path] = _queries.GetValueOrDefault(path) + 1;
        return queries <= MostQueriesOfPath ? key : key.WithOtherQuery();
    }

    private sealed record OpenRequest(TopKey Key, int HttpStatus = 0, TimeSpan? Latency = null);
}
