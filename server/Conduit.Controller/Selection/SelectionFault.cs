namespace Conduit.Controller.Selection;

/// <summary>Why something cannot be selected, in the words that the command line shows.</summary>
internal static class SelectionFault
{
    public const string NameAcrossNamespaces = "stats for a resource cannot be retrieved by name across all namespaces";
    public const string ServiceAsSource = "service only supported as a target on 'from' queries, or as a destination on 'to' queries";
    public const string AllAsFilter = "resource type 'all' is not supported as a filter";
    public const string FromAuthority = "cannot query traffic --from an authority";

    public static string UnknownKind(string type) => $"cannot find Kubernetes canonical name from friendly name [{type}]";

    public static string BadSelector(string text) => $"'{text}' is not a label selector; write for example app=web,tier!=cache";
}
