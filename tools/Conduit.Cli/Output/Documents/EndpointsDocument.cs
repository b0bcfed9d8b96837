using System.Text.Json.Nodes;
using Conduit.Operations.Endpoints;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per address.</summary>
internal static class EndpointsDocument
{
    public static JsonArray Of(IEnumerable<ServiceAddress> addresses) => new([.. addresses.Select(Address)]);

    private static JsonObject Address(ServiceAddress address) => new()
    {
        ["namespace"] = address.Namespace,
        ["service"] = address.Service,
        ["port"] = address.Port.Number,
        ["address"] = address.Address.ToString(),
        ["pod"] = address.Pod,
        ["ready"] = address.Ready,
    };
}
