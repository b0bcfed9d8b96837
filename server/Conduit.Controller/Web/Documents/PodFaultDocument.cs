namespace Conduit.Controller.Web.Documents;

/// <param name="Pod">Its name within the row's namespace.</param>
/// <param name="Reason">One word, such as <c>ErrImagePull</c>.</param>
/// <param name="Message">In words.</param>
internal sealed record PodFaultDocument(string Pod, string Reason, string Message);
