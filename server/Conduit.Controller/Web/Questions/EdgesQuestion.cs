using System.Collections.Immutable;
using System.Text.Json;
using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.Selection;
using Conduit.Controller.Web.Documents;

namespace Conduit.Controller.Web.Questions;

/// <summary>Who calls whom.</summary>
internal sealed class EdgesQuestion(EdgeHandler edges) : IQuestion
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public string Name => "edges";

    public ImmutableArray<string> Parameters { get; } = ["namespace", "kind", "name", "window"];

    public Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var list = edges.Handle(Read(parameters));

        return Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(
            new EdgesDocument(list.Window.TotalSeconds, [.. list.Edges.Select(pair => Describe(pair.Edge, TrafficDocument.Of(pair.Stats, list.Window)!))]),
            WebJson.Default.EdgesDocument));
    }

    private static EdgeQuery Read(QuestionParameters parameters)
    {
        var (kind, name) = (parameters.Kind("kind"), parameters.Text("name"));

        return kind is null != (name.Length == 0)
            ? throw ApiFault.Invalid("'kind' and 'name' belong together")
            : new EdgeQuery
            {
                Namespace = parameters.Text("namespace"),
                Kind = kind,
                Name = name,
                Window = parameters.Duration("window", DefaultWindow),
            };
    }

    private static EdgeDocument Describe(TrafficEdge edge, TrafficDocument traffic) =>
        new(ResourceDocument.Of(edge.Source), ResourceDocument.Of(edge.Destination), traffic);
}
