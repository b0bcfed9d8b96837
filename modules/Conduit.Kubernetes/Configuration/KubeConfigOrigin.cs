namespace Conduit.Kubernetes.Configuration;

/// <summary>Where an entry stands: what its messages name, and the folder that its relative paths start from.</summary>
internal sealed record KubeConfigOrigin(string File, long Line)
{
    public string Resolve(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(File))!);

    public override string ToString() => $"{File}, line {Line}";
}
