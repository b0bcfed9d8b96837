using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Hosting.Logging;

internal static class LoggingServices
{
    // YARP logs each failed request with a stack trace; our own line says it once, with both ends.
    private const string Yarp = "Yarp";

    public static ILoggingBuilder AddProxyLog(this ILoggingBuilder logging, LogFilter filter)
    {
        logging.SetMinimumLevel(filter.Else).AddFilter(Yarp, LogLevel.None);

        foreach (var rule in filter.Rules)
        {
            logging.AddFilter(rule.Category, rule.Level);
        }

        logging.Services.AddSingleton<ILoggerProvider>(provider =>
            new LineLogProvider(Console.OpenStandardOutput(), provider.GetRequiredService<TimeProvider>()));
        return logging;
    }
}
