namespace Conduit.Controller.Web.Documents;

/// <param name="Subsystem">What was checked, in one word.</param>
/// <param name="Description">What should hold.</param>
/// <param name="Passed">Whether it does.</param>
/// <param name="Message">Why not; empty when it passed.</param>
internal sealed record CheckDocument(string Subsystem, string Description, bool Passed, string Message);
