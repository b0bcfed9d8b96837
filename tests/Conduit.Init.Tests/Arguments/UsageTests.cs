using Conduit.Init.Arguments;
using Conduit.Testing.Snapshots;

namespace Conduit.Init.Tests.Arguments;

public sealed class UsageTests
{
    [Fact]
    public void The_help_names_every_flag() => Snapshot.Match(Usage.Text);
}
