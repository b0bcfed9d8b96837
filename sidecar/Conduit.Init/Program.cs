using Conduit.Init;
using Conduit.Init.Execution;

// On a read-only root file system the lock's usual place is closed; only programs of this container would look there anyway.
var environment = new Dictionary<string, string> { ["LC_ALL"] = "C", ["XTABLES_LOCKFILE"] = "/dev/shm/xtables.lock" };
var podHasIpv6 = File.Exists(Ipv6Addresses.Path) && Ipv6Addresses.ReachBeyondTheLink(File.ReadLines(Ipv6Addresses.Path));

var backend = new IptablesBackend(new ProcessRunner(environment), TimeProvider.System);
var installer = new RedirectInstaller(backend, podHasIpv6, Console.Out);
return await new InitProgram(installer, Console.Out, Console.Error).RunAsync(args, CancellationToken.None);
