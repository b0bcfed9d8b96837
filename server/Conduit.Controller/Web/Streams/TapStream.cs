using System.Text.Json;
using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Controller.Taps;
using Conduit.Controller.Web.Documents;
using Conduit.Controller.Web.Questions;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Web.Streams;

/// <summary>Shows requests as they pass: <c>conduit tap</c> for a browser.</summary>
internal sealed class TapStream(ClusterStore cluster, TapHub hub, StreamSlots slots, IHostApplicationLifetime lifetime)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!cluster.HasPicture)
        {
            throw ApiFault.NotReady(cluster.Fault);
        }

        var request = TapParameters.Read(new QuestionParameters(context.Request.Query, TapParameters.Names));
        var plan = TapPlanReader.Read(request, cluster.Current);

        if (!slots.TryEnter())
        {
            throw WebFault.TooManyStreams();
        }

        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await RunAsync(plan, new EventStream(context.Response), ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The client comes back when there is a controller again.
        }
        finally
        {
            slots.Leave();
        }
    }

    private async Task RunAsync(TapPlan plan, EventStream stream, CancellationToken cancellationToken)
    {
        var tap = hub.Start(plan) ?? throw WebFault.TooManyStreams();

        try
        {
            await stream.BeginAsync(cancellationToken);

            await foreach (var tapEvent in tap.ReadAllAsync(cancellationToken))
            {
                await WriteAsync(tapEvent, stream, cancellationToken);
            }
        }
        finally
        {
            hub.Stop(tap);
        }
    }

    private static Task WriteAsync(TapEvent tapEvent, EventStream stream, CancellationToken cancellationToken) =>
        TapEventMapping.ToDocument(tapEvent) is { } step
            ? stream.WriteAsync(step.Name, JsonSerializer.SerializeToUtf8Bytes(step.Document, WebJson.Default.TapEventDocument), cancellationToken)
            : Task.CompletedTask;
}
