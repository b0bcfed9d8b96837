using System.Net.Sockets;
using Emojivoto.Voting.Configuration;
using Emojivoto.Voting.Hosting;

if (!VotingSettings.TryRead(Environment.GetEnvironmentVariable, out var settings, out var problems))
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
    return 1;
}

await using var app = VotingApp.Build(settings);
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
