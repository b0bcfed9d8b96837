namespace Conduit.Controller.Cluster;

/// <summary>A service's name within the cluster.</summary>
internal readonly record struct ServiceName(string Namespace, string Name)
{
    public override string ToString() => $"{Name}.{Namespace}";
}
