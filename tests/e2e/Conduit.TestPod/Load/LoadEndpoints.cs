namespace Conduit.TestPod.Load;

/// <summary>Lets a test start a load inside the pod, look at its counts, and stop it.</summary>
internal static class LoadEndpoints
{
    public static void MapLoad(this WebApplication app)
    {
        app.MapPost("/load", (Uri url, int rps, LoadControl load) => load.StartAsync(url, rps));
        app.MapPost("/load/take", (LoadControl load) => load.Take());
        app.MapDelete("/load", (LoadControl load) => load.StopAsync());
    }
}
