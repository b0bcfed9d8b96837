using System.Text.Json.Nodes;
using Conduit.Model.Failures;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per error of a proxy.</summary>
internal static class ErrorsDocument
{
    public static JsonArray Of(IEnumerable<ProxyError> errors) => new([.. errors.Select(Error)]);

    private static JsonObject Error(ProxyError error) => new()
    {
        ["code"] = error.Code,
        ["class"] = error.Class.Spelled(),
        ["httpStatus"] = error.HttpStatus,
        ["grpcStatus"] = error.GrpcStatus,
        ["grpcStatusName"] = GrpcStatusNames.Of((uint)error.GrpcStatus),
        ["meaning"] = error.Meaning,
        ["culprit"] = error.Explanation.Culprit,
        ["remedy"] = error.Explanation.Remedy,
    };
}
