using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Tests.Certificates;
using Conduit.Testing.Time;

namespace Conduit.Kubernetes.Tests.Configuration;

/// <summary>A home folder with kubeconfig files, and a clock.</summary>
internal sealed class ConfigurationFixture : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    public TemporaryFolder Folder { get; } = new();

    public TestAuthority Authority { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public KubernetesEnvironment Environment => new()
    {
        Variable = _variables.GetValueOrDefault,
        HomeDirectory = Folder.At("home"),
        ServiceAccountDirectory = Folder.At("serviceaccount"),
    };

    public void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>A configuration from the text of a kubeconfig.</summary>
    public KubernetesClientConfiguration Build(string kubeconfig, string? context = null) =>
        BuildFrom(Folder.Write("config", kubeconfig), context);

    public KubernetesClientConfiguration BuildFrom(string? path, string? context = null) =>
        KubernetesClientConfiguration.BuildDefaultConfig(path, context, Environment, Time);

    /// <summary>A configuration whose only user has these fields, which are indented by four and start in line 13.</summary>
    public KubernetesClientConfiguration BuildWithUser(string fields) => Build(
        $$"""
        apiVersion: v1
        kind: Config
        current-context: here
        contexts:
        - name: here
          context: { cluster: c, user: u }
        clusters:
        - name: c
          cluster: { server: "https://10.0.0.1:6443" }
        users:
        - name: u
          user:
        {{fields}}
        """);

    public void Dispose()
    {
        Folder.Dispose();
        Authority.Dispose();
    }
}
