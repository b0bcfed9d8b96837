namespace Conduit.Controller.Web.Documents;

/// <param name="Meshed">Those that have a proxy.</param>
/// <param name="Running">Those that did not end, up already or not.</param>
/// <param name="Failed">Those that ended badly.</param>
internal sealed record PodCountDocument(ulong Meshed, ulong Running, ulong Failed);
