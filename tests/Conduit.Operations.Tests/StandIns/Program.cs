using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Conduit.Operations.Tests.StandIns;

/// <summary>
/// This assembly as a program, in place of controller, proxy and apps where only their lives matter. Controller and proxy answer on
/// their admin port and end when their standard input does; an app listens on PORT until it is told to end.
/// </summary>
internal static class Program
{
    // A test that loses track of one leaves it behind only so long.
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["app"]:
                Listen(Variable("PORT"));
                await Task.Delay(LongestLife, TimeProvider.System);
                return 0;
            case ["stubborn"]:
                using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true))
                {
                    Listen(Variable("PORT"));
                    await Task.Delay(LongestLife, TimeProvider.System);
                    return 0;
                }

            case ["job", var exitCode]:
                return int.Parse(exitCode, System.Globalization.CultureInfo.InvariantCulture);
            default:
                var admin = arguments.SkipWhile(argument => argument != "--admin-addr").ElementAtOrDefault(1)
                    ?? Variable("CONDUIT_PROXY_METRICS_LISTENER");
                Listen(admin[(admin.LastIndexOf(':') + 1)..]);
                await Console.In.ReadToEndAsync();
                return 0;
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private static void Listen(string port)
    {
        var listener = new TcpListener(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
        listener.Start();
        _ = AnswerAsync(listener);
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        var request = new byte[1024];

        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();

            if (await client.GetStream().ReadAsync(request) > 0)
            {
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
        }
    }
}
