using System.Text.Json.Nodes;
using Conduit.Operations.Version;

namespace Conduit.Cli.Output.Documents;

/// <summary>Both versions; the server is null when there is none, and absent when it was not asked.</summary>
internal static class VersionDocument
{
    public static JsonObject Of(string client, VersionResult? server)
    {
        var document = new JsonObject { ["client"] = new JsonObject { ["version"] = client } };

        if (server is not null)
        {
            document["server"] = server.Server is null ? null : new JsonObject { ["version"] = server.Server, ["runtime"] = server.Runtime };
        }

        return document;
    }
}
