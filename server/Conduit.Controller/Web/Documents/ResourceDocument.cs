using Conduit.Model.Resources;

namespace Conduit.Controller.Web.Documents;

/// <param name="Kind">Canonical, such as <c>deployment</c>.</param>
/// <param name="Namespace">Empty for a namespace's own row and for what lies outside of the cluster.</param>
/// <param name="Name">Its name, or an authority.</param>
internal sealed record ResourceDocument(string Kind, string Namespace, string Name)
{
    public static ResourceDocument Of(ResourceName name) => new(ResourceKindNames.Canonical(name.Kind), name.Namespace, name.Name);
}
