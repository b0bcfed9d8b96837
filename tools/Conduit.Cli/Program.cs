using Conduit.Cli.Hosting;
using Conduit.Cli.Output;

using var interruption = new Interruption();
var environment = CliEnvironment.OfThisProcess();
var context = new CommandContext(SystemTerminal.Open(environment), environment, TimeProvider.System);
return await new CommandLine(context).RunAsync(args, interruption.Token);
