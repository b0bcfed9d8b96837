namespace Conduit.TestPod.Servers;

/// <summary>Where a test pod listens.</summary>
internal static class PodPorts
{
    public const int Http = 8080;

    /// <summary>The same as <see cref="Http"/>; a test that injects the pod leaves this port out of the mesh.</summary>
    public const int Control = 8081;

    /// <summary>Bound to loopback: nobody outside the pod may reach it.</summary>
    public const int Private = 8090;

    /// <summary>Repeats what it is told, byte for byte.</summary>
    public const int Echo = 9000;

    /// <summary>Speaks first, as mail servers and databases do, then repeats.</summary>
    public const int Greeter = 9001;
}
