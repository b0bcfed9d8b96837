using Conduit.Manifests.Tests.Trees;

namespace Conduit.Manifests.Tests.Injection;

public sealed class PodSecurityTests
{
    private const string RestrictedPod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
          containers:
          - name: a
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_restricted_pod_breaks_only_the_rules_that_the_init_container_must(bool native)
    {
        var injected = Injector.Inject(new ManifestText("p.yml", RestrictedPod), Proxies.Native with { NativeSidecar = native });
        var pod = YamlTree.Parse(injected.Text).Single()!;

        Assert.Equal(
            ["conduit-init: adds NET_ADMIN", "conduit-init: adds NET_RAW", "conduit-init: may run as root", "conduit-init: runs as user 0"],
            RestrictedProfile.Violations(pod["spec"]!.AsObject()));
    }

    [Theory]
    [InlineData("{containers: [{name: a}]}", "a: may escalate its privileges,a: does not drop ALL,a: may run as root,a: has no seccomp profile")]
    [InlineData("{hostNetwork: true, containers: []}", "uses hostNetwork")]
    [InlineData("{containers: [], volumes: [{name: v, hostPath: {path: /}}]}", "volume v: hostPath")]
    public void The_profile_is_as_strict_as_it_says(string spec, string expected) =>
        Assert.Equal(expected.Split(','), RestrictedProfile.Violations(YamlTree.Parse(spec).Single()!.AsObject()));
}
