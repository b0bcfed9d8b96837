namespace Conduit.Load.Soak;

/// <summary>Until it is stopped a pod comes and goes, and the controller is killed and started again.</summary>
internal sealed class Disturbance(SoakMesh mesh)
{
    private const int PodsPerRestart = 4;

    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(5);

    public int PodsGone { get; private set; }

    public int Restarts { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var pod = await mesh.AddPodAsync();
                await Task.Delay(Stay, TimeProvider.System, cancellationToken);
                await mesh.RemovePodAsync(pod);
                PodsGone++;

                if (PodsGone % PodsPerRestart == 0)
                {
                    await mesh.RestartControllerAsync(Absence);
                    Restarts++;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The soak is over.
        }
    }
}
