using System.Collections.Frozen;

namespace Conduit.Layout.Tests.References;

/// <summary>Who may reference whom. What is not in here is forbidden; ARCHITECTURE.md shows the same table to people.</summary>
internal static class ReferenceTable
{
    private const string AspNet = "Microsoft.AspNetCore.App";

    /// <summary>What a dev mesh runs.</summary>
    private static readonly string[] Mesh =
    [
        "Conduit.Controller", "Conduit.Proxy", "Emojivoto.Web", "Emojivoto.Emoji", "Emojivoto.Voting", "Emojivoto.Bot",
    ];

    public static FrozenDictionary<string, AllowedReferences> Production { get; } = new Dictionary<string, AllowedReferences>
    {
        ["Conduit.Model"] = new([], []),
        ["Conduit.Protocol"] = new(["Conduit.Model"], ["Google.Protobuf", "Grpc.Tools"]),
        ["Conduit.Grpc"] = new([], [AspNet, "Google.Protobuf"]),
        ["Conduit.Kubernetes"] = new(["Conduit.Model"], ["YamlDotNet", "Microsoft.Extensions.*"]),
        ["Conduit.Manifests"] = new(["Conduit.Model"], ["YamlDotNet"]),
        ["Conduit.Operations"] = new(
            ["Conduit.Model", "Conduit.Protocol", "Conduit.Grpc", "Conduit.Kubernetes", "Conduit.Manifests"],
            ["Microsoft.Extensions.*"]),
        ["Conduit.Cli"] = new(["Conduit.Operations", "Conduit.Model"], ["System.CommandLine"]) { Carried = Mesh },
        ["Conduit.PowerShell"] = new(["Conduit.Operations", "Conduit.Model"], ["PowerShellStandard.Library"]) { Carried = Mesh },
        ["Conduit.Controller"] = new(
            ["Conduit.Model", "Conduit.Protocol", "Conduit.Grpc", "Conduit.Kubernetes", "Conduit.Manifests"], [AspNet]),
        ["Conduit.Proxy"] = new(["Conduit.Model", "Conduit.Protocol", "Conduit.Grpc"], ["Yarp.ReverseProxy", AspNet]),
        ["Conduit.Init"] = new(["Conduit.Model"], []),
        ["Emojivoto.Service"] = new(["Conduit.Grpc"], [AspNet, "Google.Protobuf", "Grpc.Tools"]),
        ["Emojivoto.Web"] = new(["Emojivoto.Service"], []),
        ["Emojivoto.Emoji"] = new(["Emojivoto.Service"], []),
        ["Emojivoto.Voting"] = new(["Emojivoto.Service"], []),
        ["Emojivoto.Bot"] = new([], []),
    }.ToFrozenDictionary();
}
