using System.Globalization;
using Conduit.StartUp;

// Usage: FOLDER [--runs N]. FOLDER is where the tools conduit and conduit-hello are installed. A table on stdout, progress on stderr.
if (args is not [var tools, ..])
{
    await Console.Error.WriteLineAsync("Name the folder that the tools are installed in.");
    return 2;
}

var runs = Array.IndexOf(args, "--runs") is > 0 and var index ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : 10;
var manifest = Path.Combine("samples", "emojivoto", "emojivoto.yml");
ProgramStart[] programs =
[
    new("hello world", Path.Combine(tools, "conduit-hello")),
    new("conduit version --client", Path.Combine(tools, "conduit"), "version", "--client"),
    new($"conduit inject {Path.GetFileName(manifest)}", Path.Combine(tools, "conduit"), "inject", manifest),
];

// One after the other, round after round, so that what else the machine does meets all of them alike. The first round fills caches.
for (var round = 0; round <= runs; round++)
{
    foreach (var program in programs)
    {
        var took = await program.RunAsync();
        await Console.Error.WriteLineAsync($"round {round}, {program.Name}: {took}");

        if (round > 0)
        {
            program.Runs.Add(took);
        }
    }
}

foreach (var line in StartTable.Of(programs))
{
    Console.WriteLine(line);
}

return 0;
