using Xunit;

namespace Conduit.Testing.Processes;

/// <summary>What a program that has ended left behind.</summary>
public sealed record ProgramResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>What it printed, if it went well; else the test ends here.</summary>
    public string Printed
    {
        get
        {
            Assert.True(ExitCode == 0, ToString());
            return Output;
        }
    }

    public override string ToString() => $"'{Command}' ended with {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
