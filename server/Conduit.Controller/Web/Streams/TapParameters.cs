using System.Collections.Immutable;
using System.Globalization;
using Conduit.Controller.Selection;
using Conduit.Controller.Web.Questions;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Match = Conduit.Protocol.Public.TapByResourceRequest.Types.Match;

namespace Conduit.Controller.Web.Streams;

/// <summary>The parameters of a tap, as the flags of <c>conduit tap</c>.</summary>
internal static class TapParameters
{
    private const float DefaultMaxRps = 5;

    // Beyond it nobody reads along, and each event costs the proxies something.
    private const float HighestMaxRps = 100;

    public static ImmutableArray<string> Names { get; } =
        ["kind", "name", "namespace", "selector", "to", "toNamespace", "scheme", "method", "authority", "path", "maxRps"];

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static TapByResourceRequest Read(QuestionParameters parameters)
    {
        var space = parameters.Text("namespace");
        var kind = parameters.Kind("kind") ?? throw ApiFault.Invalid("the parameter 'kind' is missing");
        var matches = new Match.Types.Seq();
        AddDestination(parameters, space, matches);
        Add(parameters, "scheme", matches, text => new Match.Types.Http { Scheme = text });
        Add(parameters, "method", matches, text => new Match.Types.Http { Method = text });
        Add(parameters, "authority", matches, text => new Match.Types.Http { Authority = text });
        Add(parameters, "path", matches, text => new Match.Types.Http { Path = text });

        return new TapByResourceRequest
        {
            Target = new ResourceSelection { Resource = ResourceOf(kind, space, parameters.Text("name")), LabelSelector = parameters.Text("selector") },
            Match = new Match { All = matches },
            MaxRps = MaxRps(parameters.Text("maxRps")),
        };
    }

    private static void AddDestination(QuestionParameters parameters, string space, Match.Types.Seq matches)
    {
        if (parameters.Text("to") is { Length: > 0 } text)
        {
            var parts = text.Split('/', 2);
            var other = parameters.Text("toNamespace");
            var resource = ResourceOf(Selectors.Kind(parts[0]), other.Length > 0 ? other : space, parts.ElementAtOrDefault(1) ?? "");
            matches.Matches.Add(new Match { Destinations = new ResourceSelection { Resource = resource } });
        }
    }

    private static void Add(QuestionParameters parameters, string name, Match.Types.Seq matches, Func<string, Match.Types.Http> match)
    {
        if (parameters.Text(name) is { Length: > 0 } text)
        {
            matches.Matches.Add(new Match { Http = match(text) });
        }
    }

    private static Resource ResourceOf(ResourceKind kind, string space, string name) =>
        new() { Namespace = kind == ResourceKind.Namespace ? "" : space, Type = ResourceKindNames.Canonical(kind), Name = name };

    private static float MaxRps(string text) => text.Length == 0 ? DefaultMaxRps
        : float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rps) && rps is > 0 and <= HighestMaxRps ? rps
        : throw ApiFault.Invalid($"maxRps has to be a number above 0 and up to {HighestMaxRps}, was '{text}'");
}
