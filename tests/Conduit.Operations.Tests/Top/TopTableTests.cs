using System.Collections.Immutable;
using System.Net;
using Conduit.Operations.Tap;
using Conduit.Operations.Top;

namespace Conduit.Operations.Tests.Top;

public sealed class TopTableTests
{
    private static readonly TapPeer Peer = new(new IPEndPoint(IPAddress.Loopback, 1), ImmutableSortedDictionary<string, string>.Empty);

    [Fact]
    public void Paths_without_end_do_not_fill_the_memory()
    {
        var table = new TopTable();

        for (uint stream = 0; stream < 3000; stream++)
        {
            Begin(table, stream, $"/items/{stream}");
            End(table, stream);
        }

        var rows = table.Rows();
        Assert.True(rows.Length <= 1001);
        Assert.Equal(3000, rows.Sum(row => row.Count));
        Assert.Equal("(other)", rows[0].Path);
    }

    [Fact]
    public void A_query_that_says_what_is_asked_for_has_a_row_of_its_own()
    {
        var table = new TopTable();
        string[] paths = ["/api/vote?choice=:doughnut:", "/api/vote?choice=:tada:", "/api/vote?choice=:doughnut:", "/api/vote"];

        for (uint stream = 0; stream < paths.Length; stream++)
        {
            Begin(table, stream, paths[stream]);
            End(table, stream);
        }

        Assert.Equal(
            [("/api/vote?choice=:doughnut:", 2L), ("/api/vote", 1L), ("/api/vote?choice=:tada:", 1L)],
            table.Rows().Select(row => (row.Path, row.Count)));
    }

    [Fact]
    public void Queries_without_end_leave_room_for_other_paths()
    {
        var table = new TopTable();

        for (uint stream = 0; stream < 3000; stream++)
        {
            Begin(table, stream, $"/search?q={stream}");
            End(table, stream);
        }

        Begin(table, 3000, "/index");
        End(table, 3000);

        var rows = table.Rows();
        Assert.Equal(("/search?…", 2950L), (rows[0].Path, rows[0].Count));
        Assert.Contains(rows, row => row.Path == "/index");
        Assert.Equal(52, rows.Length);
    }

    [Fact]
    public void Requests_that_never_end_do_not_fill_the_memory()
    {
        var table = new TopTable();

        for (uint stream = 0; stream < 20_000; stream++)
        {
            Begin(table, stream, "/");
        }

        for (uint stream = 0; stream < 20_000; stream++)
        {
            End(table, stream);
        }

        Assert.Equal(10_000, table.Count);
    }

    [Fact]
    public void An_end_without_a_beginning_is_not_counted()
    {
        var table = new TopTable();

        End(table, 1);

        Assert.Equal(0, table.Count);
    }

    private static void Begin(TopTable table, uint stream, string path) => table.Add(new TapRequestBegan
    {
        Id = new TapStreamId(1, stream),
        Direction = TapDirection.Inbound,
        Source = Peer,
        Destination = Peer,
        Method = "GET",
        Scheme = "http",
        Authority = "web",
        Path = path,
    });

    private static void End(TopTable table, uint stream) => table.Add(new TapResponseEnded
    {
        Id = new TapStreamId(1, stream),
        Direction = TapDirection.Inbound,
        Source = Peer,
        Destination = Peer,
        Duration = TimeSpan.FromMilliseconds(1),
        Latency = TimeSpan.FromMilliseconds(2),
        ResponseBytes = 0,
        GrpcStatus = null,
        ResetError = null,
    });
}
