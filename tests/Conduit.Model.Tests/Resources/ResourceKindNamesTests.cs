using Conduit.Model.Resources;

namespace Conduit.Model.Tests.Resources;

public sealed class ResourceKindNamesTests
{
    [Theory]
    [InlineData("deploy", ResourceKind.Deployment)]
    [InlineData("deployment", ResourceKind.Deployment)]
    [InlineData("Deployments", ResourceKind.Deployment)]
    [InlineData("ns", ResourceKind.Namespace)]
    [InlineData("po", ResourceKind.Pod)]
    [InlineData("rc", ResourceKind.ReplicationController)]
    [InlineData("sts", ResourceKind.StatefulSet)]
    [InlineData("cj", ResourceKind.CronJob)]
    [InlineData("job", ResourceKind.Job)]
    [InlineData("au", ResourceKind.Authority)]
    [InlineData("authorities", ResourceKind.Authority)]
    public void Accepts_what_kubectl_users_type(string text, ResourceKind kind)
    {
        Assert.True(ResourceKindNames.TryParse(text, out var parsed));
        Assert.Equal(kind, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("deploymentz")]
    public void Refuses_other_words(string? text) => Assert.False(ResourceKindNames.TryParse(text, out _));

    [Fact]
    public void No_two_kinds_share_a_name()
    {
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            foreach (var name in new[] { ResourceKindNames.Abbreviation(kind), ResourceKindNames.Canonical(kind), ResourceKindNames.Plural(kind) })
            {
                Assert.True(ResourceKindNames.TryParse(name, out var parsed), name);
                Assert.Equal(kind, parsed);
            }
        }
    }
}
