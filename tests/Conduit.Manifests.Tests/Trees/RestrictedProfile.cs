using System.Text.Json.Nodes;

namespace Conduit.Manifests.Tests.Trees;

/// <summary>The rules of the Pod Security Standard "restricted", for Linux pods.</summary>
internal static class RestrictedProfile
{
    private static readonly string[] AllowedVolumes =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static IReadOnlyList<string> Violations(JsonObject spec) =>
    [
        .. new[] { "hostNetwork", "hostPID", "hostIPC" }.Where(key => IsTrue(spec[key])).Select(key => $"uses {key}"),
        .. Volumes(spec),
        .. new[] { "initContainers", "containers" }
            .SelectMany(list => spec[list]?.AsArray() ?? [])
            .SelectMany(container => Container(container!.AsObject(), spec["securityContext"])),
    ];

    private static IEnumerable<string> Volumes(JsonObject spec) =>
        from volume in spec["volumes"]?.AsArray() ?? []
        from field in volume.AsObject()
        where field.Key != "name" && !AllowedVolumes.Contains(field.Key)
        select $"volume {volume["name"]}: {field.Key}";

    private static IEnumerable<string> Container(JsonObject container, JsonNode? pod)
    {
        var own = container["securityContext"];
        var added = own?["capabilities"]?["add"]?.AsArray().Select(capability => capability!.ToString()) ?? [];
        var dropped = own?["capabilities"]?["drop"]?.AsArray().Select(capability => capability!.ToString()) ?? [];
        var user = own?["runAsUser"] ?? pod?["runAsUser"];
        var seccomp = (own?["seccompProfile"] ?? pod?["seccompProfile"])?["type"]?.ToString();

        (bool IsBroken, string Violation)[] rules =
        [
            (IsTrue(own?["privileged"]), "is privileged"),
            (own?["allowPrivilegeEscalation"]?.ToString() != "false", "may escalate its privileges"),
            (!dropped.Contains("ALL"), "does not drop ALL"),
            .. added.Where(capability => capability != "NET_BIND_SERVICE").Select(capability => (true, $"adds {capability}")),
            (!IsTrue(own?["runAsNonRoot"] ?? pod?["runAsNonRoot"]), "may run as root"),
            (user?.ToString() == "0", "runs as user 0"),
            (seccomp is not ("RuntimeDefault" or "Localhost"), "has no seccomp profile"),
            (container["ports"]?.AsArray().Any(port => port!["hostPort"] is not null) == true, "uses a host port"),
        ];
        return rules.Where(rule => rule.IsBroken).Select(rule => $"{container["name"]}: {rule.Violation}");
    }

    private static bool IsTrue(JsonNode? value) => value?.ToString() == "true";
}
