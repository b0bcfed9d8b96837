namespace Conduit.Model.Cluster;

/// <summary>What a process of a dev mesh is there for.</summary>
public enum DevProcessRole
{
    Controller,
    Proxy,
    App,
}
