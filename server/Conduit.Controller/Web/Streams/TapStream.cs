using System.Text.Json;
using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Controller.Taps;
using Conduit.Controller.Web.Documents;
using Conduit.Controller.Web.Questions;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Web.Streams;

/// <summary>Shows requests as they pass: <c>conduit tap</c> for a browser.</summary>
internal sealed class TapStream(ClusterStore cluster, TapHub hub, EventStreams streams)
{
    public Task HandleAsync(HttpContext context)
    {
        if (!cluster.HasPicture)
        {
            throw ApiFault.NotReady(cluster.Fault);
        }

        var request = TapParameters.Read(new QuestionParameters(context.Request.Query, TapParameters.Names));
        var plan = TapPlanReader.Read(request, cluster.Current);
        return streams.RunAsync(context, (stream, cancellationToken) => RunAsync(plan, stream, cancellationToken));
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
