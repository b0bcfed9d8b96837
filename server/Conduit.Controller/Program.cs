using Conduit.Controller.Hosting;
using Conduit.Controller.Settings;
using Conduit.Kubernetes.Configuration;
using Microsoft.Extensions.Logging.Console;

const int Failure = 1;
const int Misuse = 64;

if (ControllerOptionsReader.AsksForHelp(args))
{
    Console.Out.WriteLine(ControllerOptionsReader.Usage);
    return 0;
}

if (ControllerOptionsReader.Read(args, Environment.GetEnvironmentVariable, out var problems) is not { } options)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, problems));
    return Misuse;
}

try
{
    await using var host = ControllerHost.Create(options, LogToConsole);
    return await RunAsync(host);
}
catch (KubeConfigException failure)
{
    Console.Error.WriteLine(failure.Message);
    return Misuse;
}

static async Task<int> RunAsync(ControllerHost host)
{
    try
    {
        await host.StartAsync(CancellationToken.None);
    }
    catch (IOException failure)
    {
        // An address that is in use or not of this machine.
        Console.Error.WriteLine($"The controller cannot start: {failure.Message}");
        await host.StopAsync(CancellationToken.None);
        return Failure;
    }

    await host.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}

static void LogToConsole(ILoggingBuilder logging)
{
    logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    });
    logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
