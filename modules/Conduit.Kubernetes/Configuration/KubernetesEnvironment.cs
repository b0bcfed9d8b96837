namespace Conduit.Kubernetes.Configuration;

/// <summary>What the process tells about where a cluster may be: variables, the home folder and the mounted service account.</summary>
public sealed record KubernetesEnvironment
{
    /// <summary>Looks up an environment variable; none are set by default.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The folder that holds <c>.kube/config</c>; null where the user has none.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>Where a pod finds its service account's token, CA and namespace.</summary>
    public string ServiceAccountDirectory { get; init; } = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static KubernetesEnvironment OfThisProcess()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new KubernetesEnvironment { Variable = Environment.GetEnvironmentVariable, HomeDirectory = home.Length > 0 ? home : null };
    }
}
