using System.Collections.Immutable;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Controller.Web.Questions;

/// <summary>The parameters of statistics, as the flags of <c>conduit stat</c>.</summary>
internal static class StatParameters
{
    private const string All = "all";

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public static ImmutableArray<string> Names { get; } =
        ["kind", "name", "namespace", "selector", "window", "to", "toNamespace", "from", "fromNamespace"];

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static StatSummaryRequest Read(QuestionParameters parameters)
    {
        var space = parameters.Text("namespace");
        var request = new StatSummaryRequest
        {
            Selector = new ResourceSelection
            {
                Resource = new Resource { Namespace = space, Type = KindOf(parameters.Text("kind")), Name = parameters.Text("name") },
                LabelSelector = parameters.Text("selector"),
            },
            TimeWindow = parameters.Duration("window", DefaultWindow).ToDuration(),
        };
        var (to, from) = (Filter(parameters, "to", space), Filter(parameters, "from", space));

        if (to is not null && from is not null)
        {
            throw ApiFault.Invalid("'to' and 'from' cannot be combined");
        }

        if (to is not null)
        {
            request.ToResource = to;
        }
        else if (from is not null)
        {
            request.FromResource = from;
        }

        return request;
    }

    private static string KindOf(string text) => text.Length == 0 ? throw ApiFault.Invalid("the parameter 'kind' is missing")
        : text == All ? All
        : ResourceKindNames.Canonical(Selectors.Kind(text));

    // "kind/name", or a kind alone for all of it.
    private static Resource? Filter(QuestionParameters parameters, string name, string space)
    {
        if (parameters.Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = text.Split('/', 2);
        var other = parameters.Text($"{name}Namespace");
        return new Resource { Namespace = other.Length > 0 ? other : space, Type = KindOf(parts[0]), Name = parts.Length == 2 ? parts[1] : "" };
    }
}
