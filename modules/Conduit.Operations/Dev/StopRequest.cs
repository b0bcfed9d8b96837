namespace Conduit.Operations.Dev;

/// <summary>How another command asks a mesh's owner to stop: by a file in the mesh's folder, which is the same on every system.</summary>
internal sealed class StopRequest(DevMeshStore store, string mesh, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly string _path = Path.Combine(store.FolderOf(mesh), "stop");

    public void Send()
    {
        Directory.CreateDirectory(store.FolderOf(mesh));
        File.WriteAllText(_path, "");
    }

    /// <summary>Cancels <paramref name="stopping"/> when asked; ends then, or with <paramref name="cancellationToken"/>.</summary>
    public async Task AwaitAsync(CancellationTokenSource stopping, CancellationToken cancellationToken)
    {
        try
        {
            while (!File.Exists(_path))
            {
                await Task.Delay(Interval, time, cancellationToken);
            }

            await stopping.CancelAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The mesh ends anyway.
        }
    }
}
