using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Tests.Resources;

public sealed class ResourceTargetTests
{
    [Theory]
    [InlineData("deployments", ResourceKind.Deployment, null, null)]
    [InlineData("deploy/web", ResourceKind.Deployment, null, "web")]
    [InlineData("deployment web", ResourceKind.Deployment, null, "web")]
    [InlineData("deployment emojivoto/web", ResourceKind.Deployment, "emojivoto", "web")]
    [InlineData("po web-1", ResourceKind.Pod, null, "web-1")]
    [InlineData("sts", ResourceKind.StatefulSet, null, null)]
    [InlineData("ds", ResourceKind.DaemonSet, null, null)]
    [InlineData("rs", ResourceKind.ReplicaSet, null, null)]
    [InlineData("job", ResourceKind.Job, null, null)]
    [InlineData("cj", ResourceKind.CronJob, null, null)]
    [InlineData("ns/emojivoto", ResourceKind.Namespace, null, "emojivoto")]
    [InlineData("au", ResourceKind.Authority, null, null)]
    [InlineData("all", null, null, null)]
    public void Both_grammars_are_read(string words, ResourceKind? kind, string? space, string? name) =>
        Assert.Equal(new ResourceTarget { Kind = kind, Namespace = space, Name = name }, ResourceTarget.Parse(words.Split(' ')));

    [Theory]
    [InlineData("deploymint")]
    [InlineData("deploy/")]
    [InlineData("deploy/a/b")]
    [InlineData("deploy a/b/c")]
    [InlineData("deploy/a b")]
    [InlineData("deploy /b")]
    [InlineData("all web")]
    [InlineData("all/web")]
    [InlineData("ns a/b")]
    [InlineData("deploy a b")]
    public void Anything_else_is_misuse(string words) =>
        Assert.Equal("InvalidResource", Assert.Throws<MisuseException>(() => ResourceTarget.Parse(words.Split(' '))).Id);
}
