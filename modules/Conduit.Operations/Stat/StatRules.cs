using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Stat;

/// <summary>Which questions can be asked at all.</summary>
internal static class StatRules
{
    /// <exception cref="MisuseException">This one cannot.</exception>
    public static void Check(StatRequest request)
    {
        CheckWindow(request.Window);

        if (request.HasTo && request.HasFrom)
        {
            throw Refused("ToAndFrom", "--to and --from cannot be combined");
        }

        if (request.From?.Kind == ResourceKind.Authority)
        {
            throw Refused("FromAuthority", "cannot query traffic --from an authority");
        }

        if (IsEveryKind(request.To) || IsEveryKind(request.From))
        {
            throw Refused("AllAsFilter", "resource type 'all' is not supported as a filter");
        }

        if (request.From?.Kind == ResourceKind.Service || (request.Target.Kind == ResourceKind.Service && !request.HasFrom))
        {
            throw Refused("ServiceAlone", "service only supported as a target on 'from' queries, or as a destination on 'to' queries");
        }
    }

    /// <exception cref="MisuseException">An authority is a name alone, so its namespace cannot be found by looking.</exception>
    public static void CheckNamespace(StatRequest request, string space)
    {
        if (request.Target is { Kind: ResourceKind.Authority, Name: not null } && space.Length == 0)
        {
            throw Refused("NameAcrossNamespaces", $"{NamespaceChoice.NameAcrossNamespaces}; say which with --namespace");
        }
    }

    /// <exception cref="MisuseException">Nothing can lie in it.</exception>
    public static void CheckWindow(TimeSpan window)
    {
        if (window <= TimeSpan.Zero)
        {
            throw Refused("InvalidWindow", "the time window must be longer than zero");
        }
    }

    private static bool IsEveryKind(ResourceTarget? filter) => filter is { Kind: null };

    private static MisuseException Refused(string id, string message) => new(id, message);
}
