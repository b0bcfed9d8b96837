using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev.Processes;

public sealed class ProcessTreeTests
{
    [Fact]
    public void A_tree_is_the_root_its_children_and_theirs() =>
        Assert.Equal([10, 11, 12, 13], ProcessTree.Members(10, [(1, 0), (10, 1), (11, 10), (12, 10), (13, 12), (20, 1), (21, 20)]));
}
