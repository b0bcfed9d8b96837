using System.ComponentModel;
using System.Diagnostics;

namespace Conduit.Operations.Dev.Processes;

/// <summary>Starts processes of the operating system, with their output piped to us.</summary>
internal sealed class ProcessLauncher : IProcessLauncher
{
    // Who is made by exec ignores what its maker ignored.
    private const string IgnoreAndRun = "trap '' INT; exec \"$@\"";

    /// <summary>True to start processes that a Ctrl+C in their terminal does not reach: for an owner that lives on after it. Default false.</summary>
    public bool IgnoresInterrupts { get; init; }

    public IRunningProcess Start(ProcessSpec spec, Action<string> onLine)
    {
        try
        {
            var running = new SystemProcess(Process.Start(StartInfo(spec))!, onLine);

            if (!spec.HoldsInput)
            {
                running.CloseInput();
            }

            return running;
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            throw new ProcessStartException(spec.Program, failure);
        }
    }

    private ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        var start = spec.RawArguments is { } raw
            ? new ProcessStartInfo(spec.Program, raw)
            : new ProcessStartInfo(spec.Program, spec.Arguments);

        // On Windows a process without a window has a console of its own, where nobody presses Ctrl+C.
        if (IgnoresInterrupts && !OperatingSystem.IsWindows())
        {
            start = new ProcessStartInfo("/bin/sh", ["-c", IgnoreAndRun, "sh", spec.Program, .. spec.Arguments]);
        }

        start.WorkingDirectory = spec.Folder;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
