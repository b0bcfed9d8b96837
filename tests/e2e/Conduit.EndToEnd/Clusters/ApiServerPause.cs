using Conduit.EndToEnd.Commands;

namespace Conduit.EndToEnd.Clusters;

/// <summary>The API server does not answer until this is disposed. It is stopped, not killed: the kit would start it again.</summary>
internal sealed class ApiServerPause : IAsyncDisposable
{
    private ApiServerPause()
    {
    }

    public static async Task<ApiServerPause> BeginAsync()
    {
        await SignalAsync("STOP");
        return new ApiServerPause();
    }

    public async ValueTask DisposeAsync() => await SignalAsync("CONT");

    private static async Task SignalAsync(string signal)
    {
        var node = Path.Combine(Environment.GetEnvironmentVariable("CONDUIT_CLUSTER_KIT")!, "node");
        _ = (await Shell.RunAsync(node, "sh", "-c", $"kill -{signal} $(pidof kube-apiserver)")).Printed;
    }
}
