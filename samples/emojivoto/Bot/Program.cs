using System.Runtime.InteropServices;
using Emojivoto.Bot.Configuration;
using Emojivoto.Bot.Voting;

if (!BotSettings.TryRead(Environment.GetEnvironmentVariable, out var settings, out var problems))
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
    return 1;
}

// The web is a neighbour, never behind a proxy that the environment names.
using var connections = new SocketsHttpHandler { UseProxy = false };
using var web = new HttpClient(connections) { BaseAddress = settings.Web, Timeout = TimeSpan.FromSeconds(10) };
using var stopping = new CancellationTokenSource(settings.TimeToLive, TimeProvider.System);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    // Only the first: a second one ends the process at once.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
});

var bot = new VoteBot(web, new Random(), TimeProvider.System, Console.Out);
await bot.RunAsync(settings.Interval, stopping.Token);
return 0;
