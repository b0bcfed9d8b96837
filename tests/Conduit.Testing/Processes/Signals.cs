using System.Runtime.InteropServices;
using Xunit;

namespace Conduit.Testing.Processes;

/// <summary>Signals of POSIX, by their numbers on Linux and macOS.</summary>
public static partial class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;

    public static void Send(int signal, int processId) => Assert.Equal(0, SendSignal(processId, signal));

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
