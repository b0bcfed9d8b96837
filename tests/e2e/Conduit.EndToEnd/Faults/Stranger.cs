using System.Text;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Conduit.Testing.Time;

namespace Conduit.EndToEnd.Faults;

/// <summary>Kubeconfig files of users whom the cluster does not serve.</summary>
internal static class Stranger
{
    /// <summary>A service account that may do nothing, by its token.</summary>
    public static async Task<string> CreateAsync(string space)
    {
        await Shell.ApplyAsync(TestPodManifests.Namespace(space));
        await Shell.ApplyAsync($$"""
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: stranger
              namespace: {{space}}
            ---
            apiVersion: v1
            kind: Secret
            type: kubernetes.io/service-account-token
            metadata:
              name: stranger
              namespace: {{space}}
              annotations: {kubernetes.io/service-account.name: stranger}
            """);
        var token = "";
        await Eventually.Holds(async () => (token = await TokenAsync(space)) != "", what: "the stranger has a token");
        return await WriteAsync("insecure-skip-tls-verify: true", Encoding.UTF8.GetString(Convert.FromBase64String(token)));
    }

    /// <summary>A user who does not know the cluster's authority.</summary>
    public static Task<string> WithoutTrustAsync() => WriteAsync("insecure-skip-tls-verify: false", token: "none");

    private static async Task<string> TokenAsync(string space) =>
        (await Shell.KubectlAsync("get", "secret", "stranger", "-n", space, "-o", "jsonpath={.data.token}")).Printed;

    private static async Task<string> WriteAsync(string trust, string token)
    {
        var server = (await Shell.KubectlAsync("config", "view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}")).Printed;
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, $$"""
            apiVersion: v1
            kind: Config
            current-context: stranger
            clusters:
            - name: cluster
              cluster: {server: "{{server}}", {{trust}} }
            users:
            - name: stranger
              user: {token: "{{token}}"}
            contexts:
            - name: stranger
              context: {cluster: cluster, user: stranger}
            """);
        return path;
    }
}
