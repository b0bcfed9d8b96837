using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dashboard;
using Conduit.Operations.Dev;

using var interruption = new Interruption(TimeProvider.System);
var environment = CliEnvironment.OfThisProcess();
var context = new CommandContext(SystemTerminal.Open(environment), environment, TimeProvider.System)
{
    DevMeshes = DevMeshStore.ForUser(),
    Clusters = ClusterConnector.OfThisProcess(TimeProvider.System),
    OpenBrowser = DefaultBrowser.TryOpen,
    TakeSecondInterruption = interruption.TakeSecond,
};
return await new CommandLine(context).RunAsync(args, interruption.Token);
