using System.Text.Json.Serialization;

namespace Conduit.Controller.Web.Documents;

/// <summary>A header as its proxy showed it.</summary>
/// <param name="Name">As it was sent.</param>
/// <param name="Value">Long ones are cut and end with an ellipsis; absent for a secret, which did not leave the proxy.</param>
internal sealed record TapHeaderDocument(string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value);
