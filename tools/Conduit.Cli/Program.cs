using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Operations.Dev;

using var interruption = new Interruption();
var environment = CliEnvironment.OfThisProcess();
var context = new CommandContext(SystemTerminal.Open(environment), environment, TimeProvider.System) { DevMeshes = DevMeshStore.ForUser() };
return await new CommandLine(context).RunAsync(args, interruption.Token);
