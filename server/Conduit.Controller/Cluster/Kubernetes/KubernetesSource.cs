using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;
using Conduit.Model.Failures;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>
/// Follows the Kubernetes API. Changes that come together are shown together, and a cluster that never rests takes a bounded share
/// of one core.
/// </summary>
internal sealed class KubernetesSource(
    IKubernetes kubernetes, KubernetesClientConfiguration configuration, PodReader pods, ReflectorFactory reflectors, TimeProvider time) : IClusterSource
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    public string Description => $"the Kubernetes API at {configuration.Host} ({configuration.Source})";

    public ClusterCheck Check { get; } = new("kubernetes", "control plane can talk to Kubernetes");

    public async IAsyncEnumerable<ClusterReading> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var mirror = new ClusterMirror(kubernetes, reflectors, pods, () => wakes.Writer.TryWrite(true));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(mirror, wakes.Writer, stopping.Token);
        var pace = new PicturePace(time);

        try
        {
            while (await wakes.Reader.WaitToReadAsync(cancellationToken))
            {
                await Task.Delay(pace.Pause(), time, cancellationToken);
                wakes.Reader.TryRead(out _);
                var started = time.GetTimestamp();

                if (Look(mirror) is { } reading)
                {
                    yield return reading;
                }

                // What was made of the reading until now was work as well.
                pace.Worked(started);
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await running;
        }
    }

    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ProbeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        try
        {
            await kubernetes.GetVersionAsync(either.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The API server at {configuration.Host} did not answer within {ProbeLimit.TotalSeconds:0} seconds.";
        }
        catch (ConduitException failure)
        {
            return failure.Message;
        }
    }

    // Null while the first lists are on their way, and nothing speaks against their coming.
    private static ClusterReading? Look(ClusterMirror mirror) => (mirror.HasSynced, mirror.Fault) switch
    {
        (true, var fault) => ClusterReading.Of(ClusterPicture.Of(mirror.Objects)) with { Fault = fault },
        (false, { } fault) => ClusterReading.Failed(fault),
        _ => null,
    };

    // Its end, which only a fault of our own brings about, is the reader's end too.
    private static async Task RunAsync(ClusterMirror mirror, ChannelWriter<bool> wakes, CancellationToken cancellationToken)
    {
        try
        {
            await mirror.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            wakes.TryComplete();
        }
    }
}
