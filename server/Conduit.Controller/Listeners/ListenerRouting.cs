using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Controller.Listeners;

/// <summary>Keeps the ports apart.</summary>
internal static class ListenerRouting
{
    public static TBuilder On<TBuilder>(this TBuilder endpoints, Listener listener)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new ListenerMetadata(listener));

    /// <summary>The port that the request came to.</summary>
    public static Listener ListenerOf(this HttpContext context) => context.Features.GetRequiredFeature<ListenerFeature>().Listener;

    public static void UseListeners(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ListenerMetadata>() is { } wanted && wanted.Listener != context.ListenerOf())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
