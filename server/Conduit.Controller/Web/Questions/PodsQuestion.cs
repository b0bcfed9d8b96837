using System.Collections.Immutable;
using System.Text.Json;
using Conduit.Controller.PublicApi;
using Conduit.Controller.Web.Documents;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Web.Questions;

/// <summary>Pods, those without a proxy too.</summary>
internal sealed class PodsQuestion(PodList pods) : IQuestion
{
    public string Name => "pods";

    public ImmutableArray<string> Parameters { get; } = ["namespace", "kind", "name"];

    public Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken)
    {
        var kind = parameters.Kind("kind");
        var name = parameters.Text("name");
        var found = pods.Handle(new ListPodsRequest { Namespace = parameters.Text("namespace") }).Pods
            .Select(PodDocument.Of)
            .Where(pod => Matches(pod, kind, name));

        return Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(new PodsDocument([.. found]), WebJson.Default.PodsDocument));
    }

    private static bool Matches(PodDocument pod, ResourceKind? kind, string name) => kind switch
    {
        null or ResourceKind.Pod => name.Length == 0 || pod.Name == name,
        { } owner => pod.Owner is { } actual && actual.Kind == ResourceKindNames.Canonical(owner) && (name.Length == 0 || actual.Name == name),
    };
}
