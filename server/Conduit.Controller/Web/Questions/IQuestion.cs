using System.Collections.Immutable;
using Conduit.Grpc;

namespace Conduit.Controller.Web.Questions;

/// <summary>Something that can be asked of the mesh, once or again and again.</summary>
internal interface IQuestion
{
    /// <summary>The last part of its path.</summary>
    string Name { get; }

    /// <summary>The parameters that it understands.</summary>
    ImmutableArray<string> Parameters { get; }

    /// <summary>Whether it is about the cluster, and better refused than answered from nothing.</summary>
    bool NeedsPicture => true;

    /// <summary>The answer as JSON.</summary>
    /// <exception cref="RpcException">It cannot be asked like that, or not now.</exception>
    Task<byte[]> AnswerAsync(QuestionParameters parameters, CancellationToken cancellationToken);
}
