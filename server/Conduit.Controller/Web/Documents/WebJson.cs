using System.Text.Json.Serialization;

namespace Conduit.Controller.Web.Documents;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatDocument))]
[JsonSerializable(typeof(TimelineDocument))]
[JsonSerializable(typeof(EdgesDocument))]
[JsonSerializable(typeof(PodsDocument))]
[JsonSerializable(typeof(ControlPlaneDocument))]
[JsonSerializable(typeof(TapEventDocument))]
[JsonSerializable(typeof(FaultDocument))]
internal sealed partial class WebJson : JsonSerializerContext;
