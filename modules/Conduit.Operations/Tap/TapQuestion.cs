using Conduit.Operations.Resources;
using Conduit.Protocol.Public;
using Match = Conduit.Protocol.Public.TapByResourceRequest.Types.Match;

namespace Conduit.Operations.Tap;

/// <summary>From a request to what the API is asked.</summary>
internal static class TapQuestion
{
    /// <param name="request">What the user asked for.</param>
    /// <param name="target">The target, its name settled.</param>
    public static TapByResourceRequest ToWire(TapRequest request, Resource target) => new()
    {
        Target = new ResourceSelection { Resource = target, LabelSelector = request.LabelSelector ?? "" },
        MaxRps = (float)request.MaxRps,
        Match = new Match { All = new Match.Types.Seq { Matches = { Conditions(request, target) } } },
    };

    private static IEnumerable<Match> Conditions(TapRequest request, Resource target)
    {
        if (request.To is { } to)
        {
            var resource = ResourceMapping.ToWire(to.Namespace ?? request.ToNamespace ?? target.Namespace, to.Kind, to.Name);
            yield return new Match { Destinations = new ResourceSelection { Resource = resource } };
        }
        else if (request.ToNamespace is { } space)
        {
            var resource = ResourceMapping.ToWire("", Model.Resources.ResourceKind.Namespace, space);
            yield return new Match { Destinations = new ResourceSelection { Resource = resource } };
        }

        foreach (var http in HttpConditions(request))
        {
            yield return new Match { Http = http };
        }
    }

    private static IEnumerable<Match.Types.Http> HttpConditions(TapRequest request)
    {
        if (request.Scheme is { } scheme)
        {
            yield return new Match.Types.Http { Scheme = scheme };
        }

        if (request.Method is { } method)
        {
            yield return new Match.Types.Http { Method = method };
        }

        if (request.Authority is { } authority)
        {
            yield return new Match.Types.Http { Authority = authority };
        }

        if (request.Path is { } path)
        {
            yield return new Match.Types.Http { Path = path };
        }
    }
}
