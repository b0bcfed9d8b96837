using System.Net;

namespace Emojivoto.Service.Configuration;

/// <summary>What the environment asks of a gRPC service.</summary>
/// <param name="Host">HOST.</param>
/// <param name="GrpcPort">GRPC_PORT.</param>
/// <param name="PromPort">PROM_PORT, where the counts are served.</param>
/// <param name="ShutdownDelay">SHUTDOWN_DELAY.</param>
internal sealed record GrpcServiceSettings(IPAddress Host, int GrpcPort, int PromPort, TimeSpan ShutdownDelay)
{
    public static GrpcServiceSettings Read(EnvironmentReader environment) => new(
        environment.ReadHost(), environment.ReadPort("GRPC_PORT"), environment.ReadPort("PROM_PORT"), environment.ReadShutdownDelay());
}
