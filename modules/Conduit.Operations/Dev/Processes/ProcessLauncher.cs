using System.ComponentModel;
using System.Diagnostics;

namespace Conduit.Operations.Dev.Processes;

/// <summary>Starts processes of the operating system, with their output piped to us.</summary>
internal sealed class ProcessLauncher : IProcessLauncher
{
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

    private static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        var start = spec.RawArguments is { } raw
            ? new ProcessStartInfo(spec.Program, raw)
            : new ProcessStartInfo(spec.Program, spec.Arguments);

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
