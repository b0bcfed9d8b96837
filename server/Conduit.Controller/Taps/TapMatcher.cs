using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Model.Resources;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;
using PublicMatch = Conduit.Protocol.Public.TapByResourceRequest.Types.Match;
using ResourceSelection = Conduit.Protocol.Public.ResourceSelection;

namespace Conduit.Controller.Taps;

/// <summary>Puts what a user looks for into the words of a proxy, which knows labels and addresses but no resources.</summary>
internal sealed class TapMatcher(ClusterSnapshot cluster)
{
    public Match Translate(PublicMatch? match) => match?.MatchCase switch
    {
        PublicMatch.MatchOneofCase.All => All(match.All.Matches.Select(Translate)),
        PublicMatch.MatchOneofCase.Any => Any(match.Any.Matches.Select(Translate)),
        PublicMatch.MatchOneofCase.Not => new Match { Not = Translate(match.Not) },
        PublicMatch.MatchOneofCase.Destinations => Destinations(match.Destinations),
        PublicMatch.MatchOneofCase.Http => new Match { Http = Http(match.Http) },
        _ => new Match(),
    };

    private static Match.Types.Http Http(PublicMatch.Types.Http http) => http.MatchCase switch
    {
        PublicMatch.Types.Http.MatchOneofCase.Scheme => new() { Scheme = HttpMapping.ToWireScheme(http.Scheme) },
        PublicMatch.Types.Http.MatchOneofCase.Method => new() { Method = HttpMapping.ToWireMethod(http.Method) },
        PublicMatch.Types.Http.MatchOneofCase.Authority => Authority(http.Authority),
        PublicMatch.Types.Http.MatchOneofCase.Path => new() { Path = new() { Prefix = http.Path } },
        _ => throw ApiFault.Invalid("an HTTP match needs a scheme, a method, an authority or a path"),
    };

    // Only outbound requests carry the labels of their destination, so a request is seen where it leaves, once.
    private Match Destinations(ResourceSelection selection)
    {
        var resource = selection.Resource ?? throw ApiFault.Invalid("a destination needs a resource");
        var filter = Selectors.Destination(resource);
        var labels = Selectors.Labels(selection.LabelSelector);

        if (!labels.IsEverything)
        {
            return PodsOf(Selectors.Pods(resource, filter.Kind, labels));
        }

        if (filter.Name.Length == 0)
        {
            return filter.Namespace.Length == 0 ? new Match { Direction = ProxyDirection.Outbound } : Label(PodLabels.Namespace, filter.Namespace);
        }

        return filter.Kind == ResourceKind.Authority
            ? new Match { Http = Authority(filter.Name) }
            : Named(PodLabels.KeyOf(filter.Kind)!, filter.Name, filter.Namespace);
    }

    private Match PodsOf(PodSelector selector)
    {
        if (selector.Kind is ResourceKind.Service or ResourceKind.Authority)
        {
            throw ApiFault.Invalid($"a label selector chooses pods, not a {ResourceKindNames.Canonical(selector.Kind)}");
        }

        return Any(cluster.State.Pods.Where(selector.Matches).Select(pod => Named(PodLabels.Pod, pod.Name, pod.Namespace)));
    }

    private static Match Named(string key, string name, string @namespace) => @namespace.Length == 0
        ? Label(key, name)
        : All([Label(key, name), Label(PodLabels.Namespace, @namespace)]);

    private static Match Label(string key, string value) => new() { DestinationLabel = new() { Key = key, Value = value } };

    private static Match.Types.Http Authority(string authority) => new() { Authority = new() { Exact = authority } };

    private static Match All(IEnumerable<Match> matches) => new() { All = new Match.Types.Seq { Matches = { matches } } };

    private static Match Any(IEnumerable<Match> matches) => new() { Any = new Match.Types.Seq { Matches = { matches } } };
}
