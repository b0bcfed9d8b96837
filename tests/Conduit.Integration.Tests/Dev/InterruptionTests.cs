using System.Net.NetworkInformation;

namespace Conduit.Integration.Tests.Dev;

/// <summary>Ctrl+C leaves nothing behind.</summary>
[Collection(DevMeshes.Name)]
public sealed class InterruptionTests
{
    [Fact]
    public async Task An_interrupt_leaves_no_process_no_port_and_no_file()
    {
        var mesh = new EmojivotoMesh();

        try
        {
            await mesh.InitializeAsync();
            var processes = mesh.State.Processes;
            var listeners = processes.SelectMany(process => process.Listeners).ToHashSet();
            Assert.Equal(9, processes.Length);
            Assert.NotEmpty(listeners);

            var result = await mesh.StopAsync();

            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.DoesNotContain(processes, process => IsRunning(process.Identity!.ProcessId));
            Assert.DoesNotContain(Listening(), listeners.Contains);
            Assert.False(Directory.Exists(mesh.StateFolder) && Directory.EnumerateFileSystemEntries(mesh.StateFolder).Any());
            Assert.DoesNotContain("restarting", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            await mesh.DisposeAsync();
        }
    }

    private static bool IsRunning(int processId) => Directory.Exists($"/proc/{processId}");

    private static IEnumerable<string> Listening() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(endpoint => endpoint.ToString());
}
