using Conduit.Init.Arguments;
using Conduit.Init.Execution;
using Conduit.Model.Failures;

namespace Conduit.Init;

/// <summary>The program, but for what a process alone can give: command line in, exit code out.</summary>
internal sealed class InitProgram(RedirectInstaller installer, TextWriter output, TextWriter error)
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Misuse = 64;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var values = FlagValues.Read(arguments);

        if (values.Has(InitFlags.Help))
        {
            output.WriteLine(Usage.Text);
            return Ok;
        }

        var (options, problems) = InitArguments.Parse(values);

        if (options is null)
        {
            WriteAll(problems);
            error.WriteLine("Run conduit-init --help for the flags.");
            return Misuse;
        }

        try
        {
            await installer.RunAsync(options, cancellationToken);
            return Ok;
        }
        catch (ConduitException failure)
        {
            WriteAll([failure.Message]);
            return Failed;
        }
    }

    private void WriteAll(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            error.WriteLine($"conduit-init: {problem}");
        }
    }
}
