using System.Collections.Immutable;

namespace Conduit.Kubernetes.Configuration;

/// <summary>Finds the kubeconfig files and makes one configuration of them, as kubectl does.</summary>
internal sealed class KubeConfigLoader(KubernetesEnvironment environment)
{
    private const string Variable = "KUBECONFIG";

    /// <param name="path">The only file to read, which must exist; null for those that the environment names.</param>
    /// <returns>Null when no file is named, or none of those named exists.</returns>
    public KubeConfig? Load(string? path)
    {
        if (path is not null)
        {
            return Read(path) ?? throw new KubeConfigException(
                KubeConfigException.Missing,
                $"there is no kubeconfig at {path}. Give the right path with --kubeconfig, or leave it out to use {Variable} or ~/.kube/config.");
        }

        var files = Paths().Select(Read).OfType<KubeConfig>().ToArray();
        return files.Length == 0 ? null : files.Aggregate((earlier, later) => earlier.MergeUnder(later));
    }

    /// <summary>The files that the environment names, whether they exist or not.</summary>
    public ImmutableArray<string> Paths()
    {
        var listed = environment.Variable(Variable);

        return (listed, environment.HomeDirectory) switch
        {
            ({ Length: > 0 }, _) => [.. listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct()],
            (_, { } home) => [Path.Combine(home, ".kube", "config")],
            _ => [],
        };
    }

    private static KubeConfig? Read(string path)
    {
        try
        {
            return File.Exists(path) ? KubeConfigReader.Read(path, File.ReadAllText(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new KubeConfigException("KubeconfigUnreadable", $"the kubeconfig {path} cannot be read: {failure.Message}", failure);
        }
    }
}
