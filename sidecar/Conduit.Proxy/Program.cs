using System.Collections;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;

const int Stopped = 0;
const int CannotListen = 1;
const int WrongSettings = 64;

var read = ProxyOptionsReader.Read(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""));

if (read.Options is null)
{
    foreach (var problem in read.Problems)
    {
        await Console.Error.WriteLineAsync(problem.ToString());
    }

    return WrongSettings;
}

await using var proxy = ProxyHost.Create(read.Options);

try
{
    await proxy.StartAsync(CancellationToken.None);
}
catch (IOException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return CannotListen;
}

await proxy.WaitForShutdownAsync(CancellationToken.None);
return Stopped;
