using System.Collections.Immutable;
using System.Text.Json;
using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.Selection;
using Conduit.Controller.Web.Documents;
using Conduit.Model.Resources;

namespace Conduit.Controller.Web.Questions;

/// <summary>Who calls whom.</summary>
internal sealed class EdgesQuestion(EdgeHandler edges) : IQuestion
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public string Name => "edges";

    public ImmutableArray<string> Parameters { get; } = ["namespace", "kind", "name", "window"];

    public Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var space = parameters.Text("namespace");
        var list = edges.Handle(new EdgeQuery(space, ResourceOf(parameters, space), parameters.Duration("window", DefaultWindow)));

        return Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(
            new EdgesDocument(list.Window.TotalSeconds, [.. list.Edges.Select(pair => Describe(pair.Edge, TrafficDocument.Of(pair.Stats, list.Window)!))]),
            WebJson.Default.EdgesDocument));
    }

    private static ResourceName? ResourceOf(QuestionParameters parameters, string space)
    {
        var (kind, name) = (parameters.Kind("kind"), parameters.Text("name"));

        return (kind, name.Length > 0) switch
        {
            ({ } known, true) => new ResourceName(space, known, name),
            (null, false) => null,
            _ => throw ApiFault.Invalid("'kind' and 'name' belong together"),
        };
    }

    private static EdgeDocument Describe(TrafficEdge edge, TrafficDocument traffic) =>
        new(ResourceDocument.Of(edge.Source), ResourceDocument.Of(edge.Destination), traffic);
}
