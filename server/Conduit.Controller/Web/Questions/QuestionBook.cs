using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Microsoft.AspNetCore.WebUtilities;

namespace Conduit.Controller.Web.Questions;

/// <summary>Every question there is.</summary>
internal sealed class QuestionBook(IEnumerable<IQuestion> questions, ClusterStore cluster)
{
    public ImmutableArray<IQuestion> All { get; } = [.. questions];

    /// <summary>Reads a question as it stands in a URL: <c>stat?kind=deployment</c>.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public AskedQuestion Read(string text)
    {
        var parts = text.Split('?', 2);
        var question = All.FirstOrDefault(question => question.Name == parts[0])
            ?? throw ApiFault.Invalid($"there is no question '{parts[0]}'; there are: {string.Join(", ", All.Select(question => question.Name))}");
        return new AskedQuestion(question, new QuestionParameters(QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)), question.Parameters));
    }

    /// <exception cref="RpcException">It cannot be asked like that, or not now.</exception>
    public Task<byte[]> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken) => cluster.HasPicture || !asked.Question.NeedsPicture
        ? asked.Question.AnswerAsync(asked.Parameters, cancellationToken)
        : throw ApiFault.NotReady(cluster.Fault);
}
