using Conduit.Model.Failures;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Output;

/// <summary>An error of a proxy as lines for people.</summary>
internal static class ErrorText
{
    public static IEnumerable<string> Lines(ProxyError error) =>
    [
        error.HeaderValue,
        $"    {error.Meaning}",
        "",
        $"Who failed:   {error.Explanation.Culprit}",
        $"What to do:   {error.Explanation.Remedy}",
        $"Callers get:  HTTP status {error.HttpStatus}, or gRPC status {GrpcStatusNames.Of((uint)error.GrpcStatus)}, with the header",
        $"              {ProxyError.HeaderName}: {error.HeaderValue}",
    ];
}
