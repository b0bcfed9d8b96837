using System.Net.Sockets;
using Emojivoto.Service.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emojivoto.Service.Hosting;

/// <summary>What the programs that serve have in common: settings, or why not; a server; an exit code.</summary>
internal static class ServiceProgram
{
    /// <summary>Runs until SIGTERM. Exit code 1 when a setting cannot be used or a port cannot be listened on; both are said on stderr.</summary>
    public static async Task<int> RunAsync<TSettings>(Func<EnvironmentReader, TSettings> read, Func<TSettings, WebApplication> build)
    {
        var environment = new EnvironmentReader(Environment.GetEnvironmentVariable);
        var settings = read(environment);

        if (environment.Problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, environment.Problems));
            return 1;
        }

        await using var app = build(settings);

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync($"Cannot listen: {failure.Message}");
            return 1;
        }
    }

    public static WebApplicationBuilder CreateBuilder(TimeSpan shutdownDelay, Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // RunAsync says why the program cannot start, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(listen);
        builder.Services.AddSingleton<IHostLifetime>(services => new ShutdownDelay(
            shutdownDelay, TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>()));
        return builder;
    }
}
