using System.Globalization;
using Conduit.Load.Balance;
using Conduit.Load.Databases;
using Conduit.Load.Floods;
using Conduit.Load.Proxies;
using Conduit.Load.Reports;
using Conduit.Load.Scenarios;
using Conduit.Load.Servers;
using Conduit.Load.Soak;

// Usage: [--rounds N] [--scale FACTOR] [--only TEXT] | soak [--requests N] [--minutes N] | balance [--seconds N] | floods [--rounds N] [--seconds N] [--only TEXT]
// | databases [--connections N]: tables on stdout, progress on stderr.
if (args is [FloodProcess.Verb, var name, var port])
{
    await FloodProcess.RunAsync(name, int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

var folder = Directory.CreateTempSubdirectory("conduit-load-").FullName;

try
{
    switch (args.FirstOrDefault())
    {
        case "soak":
            return await SoakAsync();
        case "balance":
            await BalanceAsync(int.Parse(Value("--seconds") ?? "30", CultureInfo.InvariantCulture));
            return 0;
        case "floods":
            await FloodAsync(
                int.Parse(Value("--rounds") ?? "5", CultureInfo.InvariantCulture), int.Parse(Value("--seconds") ?? "3", CultureInfo.InvariantCulture));
            return 0;
        case "databases":
            await WaitForDatabasesAsync(int.Parse(Value("--connections") ?? "300", CultureInfo.InvariantCulture));
            return 0;
        default:
            await CompareAsync();
            return 0;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task CompareAsync()
{
    var rounds = int.Parse(Value("--rounds") ?? "5", CultureInfo.InvariantCulture);
    var scale = double.Parse(Value("--scale") ?? "1", CultureInfo.InvariantCulture);
    var only = Value("--only") ?? "";
    await using var origins = await Origins.StartAsync(folder);
    Proxy[] proxies = [.. Ours.All, .. Peers.All];
    var comparison = new Comparison(proxies, origins, folder, rounds, Console.Error);

    foreach (var scenario in AllScenarios.Of(scale).Where(scenario => scenario.Name.Contains(only, StringComparison.Ordinal)))
    {
        var measured = await CompareInAsync(scenario);

        if (scenario.Name == AllScenarios.Saturation)
        {
            await CompareInAsync(AllScenarios.AtHalf(measured.Values.Min(proxy => proxy.PerSecond), scale));
        }
    }

    if (StartUp.Name.Contains(only, StringComparison.Ordinal))
    {
        Print(MarkdownTable.OfStarts(await new StartUp(proxies, origins, folder, rounds).RunAsync()));
    }

    async Task<IReadOnlyDictionary<string, Measurement>> CompareInAsync(Scenario scenario)
    {
        var measured = await comparison.RunAsync(scenario);
        Print(MarkdownTable.Of(scenario, measured));
        return measured;
    }
}

async Task<int> SoakAsync()
{
    var requests = long.Parse(Value("--requests") ?? "100000", CultureInfo.InvariantCulture);
    var limit = TimeSpan.FromMinutes(double.Parse(Value("--minutes") ?? "600", CultureInfo.InvariantCulture));
    await using var origins = await Origins.StartAsync(folder);
    await using var mesh = new SoakMesh(folder, origins);
    return await new SoakRun(folder, mesh, Console.Error).RunAsync(requests, limit, Console.Out) ? 0 : 1;
}

async Task BalanceAsync(int seconds)
{
    await using var run = new BalanceRun(folder);
    Print(await run.RunAsync(seconds));
}

async Task FloodAsync(int rounds, int seconds)
{
    await using var run = new FloodRun(folder, Console.Error);
    Print(await run.RunAsync(Value("--only") ?? "", rounds, seconds));
}

async Task WaitForDatabasesAsync(int connections)
{
    await using var run = new FirstByteRun(folder);
    Print(await run.RunAsync(connections));
}

static void Print(IEnumerable<string> lines)
{
    foreach (var line in lines)
    {
        Console.WriteLine(line);
    }
}

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
