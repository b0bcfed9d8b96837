using Conduit.Proxy.Reliability;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Proxy.Tests.Actors;

internal static class LongRests
{
    /// <summary>Lets endpoints that failed rest for as long as any test runs.</summary>
    public static IServiceCollection AddLongRests(this IServiceCollection services) =>
        services.AddSingleton(new EjectionOptions { Rest = new Backoff(TimeSpan.FromHours(1), TimeSpan.FromHours(1)) });
}
