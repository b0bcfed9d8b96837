using Conduit.Proxy.Balancing;

namespace Conduit.Proxy.Tests.Balancing;

public sealed class EndpointLabelsTests
{
    [Fact]
    public void The_address_wins_over_its_set_and_keys_are_in_order()
    {
        var labels = EndpointLabels.Of([new("service", "s"), new("pod", "set")], [new("pod", "own"), new("app", "a")]);

        Assert.Equal([new("app", "a"), new("pod", "own"), new("service", "s")], labels.Pairs.ToArray());
    }

    [Fact]
    public void Sets_with_the_same_labels_are_equal()
    {
        var one = EndpointLabels.Of([new("a", "1")], [new("b", "2")]);
        var other = EndpointLabels.Of([], [new("b", "2"), new("a", "1")]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, EndpointLabels.Of([new("a", "1")], []));
        Assert.Same(EndpointLabels.None, EndpointLabels.Of([], []));
    }
}
