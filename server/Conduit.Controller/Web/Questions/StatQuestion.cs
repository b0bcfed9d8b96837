using System.Collections.Immutable;
using System.Text.Json;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.Web.Documents;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Web.Questions;

/// <summary>Success rate, request rate and latency of resources: the numbers of <c>conduit stat</c>.</summary>
internal sealed class StatQuestion(StatSummaryHandler stats) : IQuestion
{
    public string Name => "stat";

    public ImmutableArray<string> Parameters => StatParameters.Names;

    public async Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var response = await stats.HandleAsync(StatParameters.Read(parameters), cancellationToken);
        var window = response.ActualWindow.ToTimeSpan();
        var rows = response.StatTables.SelectMany(table => table.Rows).Select(row => Describe(row, window));
        return JsonSerializer.SerializeToUtf8Bytes(new StatDocument(window.TotalSeconds, [.. rows]), WebJson.Default.StatDocument);
    }

    private static StatRowDocument Describe(StatRow row, TimeSpan window) => new()
    {
        Kind = row.Resource.Type,
        Namespace = row.Resource.Namespace,
        Name = row.Resource.Name,
        Pods = new PodCountDocument(row.MeshedPodCount, row.RunningPodCount, row.FailedPodCount),
        Faults =
        [
            .. from pod in row.ErrorsByPod
               orderby pod.Key
               from error in pod.Value.Errors
               select new PodFaultDocument(pod.Key, error.Container.Reason, error.Container.Message),
        ],
        Traffic = TrafficDocument.Of(row.Stats, window),
    };
}
