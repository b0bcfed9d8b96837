using System.ComponentModel;
using System.Diagnostics;

namespace Conduit.Operations.Dev.Processes;

/// <summary>Starts processes of the operating system, with their output piped to us.</summary>
internal sealed class ProcessLauncher : IProcessLauncher
{
    public IRunningProcess Start(ProcessSpec spec, Action<string> onLine)
    {
        var start = new ProcessStartInfo(spec.Program)
        {
            WorkingDirectory = spec.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        if (spec.RawArguments is { } raw)
        {
            start.Arguments = raw;
        }
        else
        {
            foreach (var argument in spec.Arguments)
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var running = new SystemProcess(Process.Start(start)!, onLine);

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
}
