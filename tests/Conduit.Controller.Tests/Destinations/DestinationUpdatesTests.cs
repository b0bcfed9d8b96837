using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Destinations;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;

namespace Conduit.Controller.Tests.Destinations;

public sealed class DestinationUpdatesTests
{
    [Fact]
    public void A_proxy_that_knows_nothing_is_told_everything()
    {
        var update = Assert.Single(DestinationUpdates.Between(null, View(("10.0.0.2:80", "b"), ("10.0.0.1:80", "a"))));

        Assert.Equal(["10.0.0.1:80", "10.0.0.2:80"], Addresses(update.Add));
        Assert.Equal("a", update.Add.Addrs[0].MetricLabels["pod"]);
        Assert.Equal("web-svc", update.Add.MetricLabels["service"]);
    }

    [Fact]
    public void Later_only_differences_are_told_and_additions_come_first()
    {
        var (known, now) = (View(("10.0.0.1:80", "a"), ("10.0.0.2:80", "b")), View(("10.0.0.2:80", "b"), ("10.0.0.3:80", "c")));

        var updates = DestinationUpdates.Between(known, now).ToList();

        Assert.Equal(["10.0.0.3:80"], Addresses(updates[0].Add));
        Assert.Equal("10.0.0.1:80", Assert.Single(updates[1].Remove.Addrs).ToEndPoint().ToString());
    }

    [Fact]
    public void An_address_whose_labels_changed_is_added_again()
    {
        var (known, now) = (View(("10.0.0.1:80", "a"), ("10.0.0.2:80", "b")), View(("10.0.0.1:80", "a"), ("10.0.0.2:80", "new")));

        var update = Assert.Single(DestinationUpdates.Between(known, now));

        Assert.Equal(["10.0.0.2:80"], Addresses(update.Add));
        Assert.Equal("new", update.Add.Addrs[0].MetricLabels["pod"]);
    }

    [Fact]
    public void Nothing_is_told_when_nothing_changed()
    {
        Assert.Empty(DestinationUpdates.Between(View(("10.0.0.1:80", "a")), View(("10.0.0.1:80", "a"))));
        Assert.Empty(DestinationUpdates.Between(new DestinationView { Exists = true }, new DestinationView { Exists = true }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_answer_comes_though_there_is_no_endpoint(bool exists)
    {
        var update = Assert.Single(DestinationUpdates.Between(null, new DestinationView { Exists = exists }));

        Assert.Equal(exists, update.NoEndpoints.Exists);
    }

    [Fact]
    public void The_last_endpoint_goes_with_one_word()
    {
        var update = Assert.Single(DestinationUpdates.Between(View(("10.0.0.1:80", "a")), new DestinationView { Exists = true }));

        Assert.True(update.NoEndpoints.Exists);
    }

    [Fact]
    public void A_service_that_is_deleted_while_it_is_empty_is_told()
    {
        var update = Assert.Single(DestinationUpdates.Between(new DestinationView { Exists = true }, new DestinationView()));

        Assert.False(update.NoEndpoints.Exists);
    }

    private static DestinationView View(params IEnumerable<(string Address, string Pod)> addresses) => new()
    {
        Exists = true,
        SetLabels = new LabelSet([new("service", "web-svc")]),
        Addresses = DestinationView.NoAddresses.AddRange(
            addresses.Select(pair => KeyValuePair.Create(IPEndPoint.Parse(pair.Address), new LabelSet([new("pod", pair.Pod)])))),
    };

    private static IEnumerable<string> Addresses(WeightedAddrSet set) => set.Addrs.Select(address => address.Addr.ToEndPoint().ToString());
}
