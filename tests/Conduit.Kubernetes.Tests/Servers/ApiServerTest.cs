using Conduit.Kubernetes.Client;

namespace Conduit.Kubernetes.Tests.Servers;

/// <summary>A test that has a server of its own and a client of it.</summary>
public abstract class ApiServerTest : IAsyncLifetime
{
    private protected FakeApiServer Server { get; private set; } = null!;

    private protected KubernetesClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Server = await FakeApiServer.StartAsync();
        Client = Server.Client();
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
