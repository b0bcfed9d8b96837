using Conduit.Controller.Web;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Controller.Hosting;

/// <summary>Keeps the ports apart.</summary>
internal static class ListenerRouting
{
    public static TBuilder On<TBuilder>(this TBuilder endpoints, Listener listener)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new ListenerMetadata(listener));

    public static void UseListeners(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var listener = context.Features.GetRequiredFeature<ListenerFeature>().Listener;

        if (listener == Listener.Web && !HostAllowList.Allows(context.Request.Host))
        {
            return HostAllowList.RefuseAsync(context);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ListenerMetadata>() is { } wanted && wanted.Listener != listener)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
