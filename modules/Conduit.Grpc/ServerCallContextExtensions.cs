using Conduit.Grpc.Server;
using Microsoft.AspNetCore.Http;

namespace Conduit.Grpc;

/// <summary>Reaches behind a call.</summary>
public static class ServerCallContextExtensions
{
    private const string UserStateKey = "__HttpContext";

    /// <summary>The HTTP request of the call.</summary>
    /// <exception cref="InvalidOperationException">The call did not come over HTTP.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);

        if (serverCallContext is HttpServerCallContext http)
        {
            return http.HttpContext;
        }

        return serverCallContext.UserState.TryGetValue(UserStateKey, out var value) && value is HttpContext context
            ? context
            : throw new InvalidOperationException("Could not get HttpContext from ServerCallContext.");
    }
}
