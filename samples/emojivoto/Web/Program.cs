using System.Net.Sockets;
using Emojivoto.Web.Configuration;
using Emojivoto.Web.Hosting;

if (!WebSettings.TryRead(Environment.GetEnvironmentVariable, out var settings, out var problems))
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
    return 1;
}

await using var app = WebApp.Build(settings);
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
