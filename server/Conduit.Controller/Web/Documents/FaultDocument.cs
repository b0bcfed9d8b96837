using System.Text.Json.Serialization;

namespace Conduit.Controller.Web.Documents;

/// <param name="Error">Why there is no answer, in words.</param>
/// <param name="Question">Within a watch, the number of the question, from 0; absent elsewhere.</param>
internal sealed record FaultDocument(string Error, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Question = null);
