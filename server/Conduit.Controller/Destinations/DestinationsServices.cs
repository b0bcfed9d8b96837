namespace Conduit.Controller.Destinations;

internal static class DestinationsServices
{
    public static IServiceCollection AddDestinations(this IServiceCollection services) => services.AddSingleton<DestinationService>();
}
