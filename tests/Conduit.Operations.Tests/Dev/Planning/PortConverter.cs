using System.Text.Json;
using System.Text.Json.Serialization;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Tests.Dev.Planning;

/// <summary>Ports as numbers, for snapshots.</summary>
internal sealed class PortConverter : JsonConverter<Port>
{
    public override Port Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, Port value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
}
