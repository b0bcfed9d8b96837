using System.Globalization;
using Conduit.FleetLoad.Fleet;
using Conduit.FleetLoad.Observation;
using Conduit.FleetLoad.Reports;

// Usage: [--workloads N] [--minutes N]: a table on stdout, progress on stderr.
var plan = new FleetPlan(Value("--workloads", 1000), calls: 5, namespaces: 20);
var minutes = Value("--minutes", 3);
var folder = Directory.CreateTempSubdirectory("conduit-fleet-").FullName;

try
{
    await using var controller = await FleetController.StartAsync(folder, plan);
    await using var fleet = new RunningFleet(plan, controller.ProxyApi, new Random(1));
    await Console.Error.WriteLineAsync($"{plan.Workloads} proxies connect");
    await fleet.StartAsync();
    var run = new MeasuredRun(controller, fleet, Console.Error);

    foreach (var line in FleetTable.Of(await run.RunAsync(minutes)))
    {
        Console.WriteLine(line);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Value(string option, int otherwise) =>
    Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
