using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>
/// Follows the state file of a dev mesh. The file system tells of changes; where it cannot (network shares, exhausted watches), a
/// look every two seconds finds them.
/// </summary>
internal sealed class StateFileSource(string path, TimeProvider time) : IClusterSource
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly string _path = Path.GetFullPath(path);

    private enum Wake
    {
        Poll,
        Changed,
    }

    public string Description => $"the state file {_path}";

    public ClusterCheck Check => new("cluster", $"control plane can read {Description}");

    public async IAsyncEnumerable<ClusterReading> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wakes = Channel.CreateUnbounded<Wake>();
        using var watcher = StartWatching(wakes.Writer);
        using var poll = time.CreateTimer(_ => wakes.Writer.TryWrite(Wake.Poll), null, PollInterval, PollInterval);

        (DateTime Written, long Length)? seen = null;
        var changed = true;

        while (true)
        {
            var stamp = Stamp();

            if (changed || stamp != seen)
            {
                var reading = Read();

                // What could not be read now is tried again at the next poll, though the file stays the same.
                seen = reading.Fault is null ? stamp : null;
                yield return reading;
            }

            changed = await NextAsync(wakes.Reader, cancellationToken);
        }
    }

    public Task<string?> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(Read().Fault);

    // Waits for one wake and takes all that have gathered; one look serves them all.
    private static async Task<bool> NextAsync(ChannelReader<Wake> wakes, CancellationToken cancellationToken)
    {
        var changed = await wakes.ReadAsync(cancellationToken) == Wake.Changed;

        while (wakes.TryRead(out var wake))
        {
            changed |= wake == Wake.Changed;
        }

        return changed;
    }

    private (DateTime Written, long Length)? Stamp()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
    }

    private ClusterReading Read()
    {
        try
        {
            return DevMeshFile.Read(_path) switch
            {
                { } mesh => ClusterReading.Of(mesh.Cluster, mesh.Token),
                null when File.Exists(_path) => ClusterReading.Failed($"{Description} holds no mesh that this version can read."),
                null => ClusterReading.Failed($"{Description} does not exist."),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ClusterReading.Failed($"{Description} cannot be read: {failure.Message}");
        }
    }

    private FileSystemWatcher? StartWatching(ChannelWriter<Wake> wakes)
    {
        FileSystemWatcher? watcher = null;

        try
        {
            watcher = new FileSystemWatcher(Path.GetDirectoryName(_path)!, Path.GetFileName(_path));
            watcher.Changed += (_, _) => wakes.TryWrite(Wake.Changed);
            watcher.Created += (_, _) => wakes.TryWrite(Wake.Changed);
            watcher.Renamed += (_, _) => wakes.TryWrite(Wake.Changed);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            // No folder yet, or no watches left: the poll serves.
            watcher?.Dispose();
            return null;
        }
    }
}
