namespace Conduit.Controller.Web.Documents;

/// <summary>One end of a request.</summary>
/// <param name="Address"><c>ip:port</c> of the connection that the proxy saw.</param>
/// <param name="Pod">Within its namespace; null for a stranger.</param>
/// <param name="Resource">What it belongs to; null for a stranger.</param>
internal sealed record TapPeerDocument(string Address, string? Pod, ResourceDocument? Resource);
