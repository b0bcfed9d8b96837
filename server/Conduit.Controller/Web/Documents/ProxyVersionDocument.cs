namespace Conduit.Controller.Web.Documents;

/// <param name="Version">The release.</param>
/// <param name="Pods">How many run it.</param>
internal sealed record ProxyVersionDocument(string Version, int Pods);
