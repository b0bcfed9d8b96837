namespace Conduit.Operations.Dev.Running;

/// <summary>The logs of a mesh's processes, in <c>logs/</c> below its folder. They are there while it runs, and go with it.</summary>
internal sealed class ProcessLogs(string meshFolder) : IDisposable
{
    private readonly List<ProcessLog> _logs = [];

    public ProcessLog For(ProcessPlan process)
    {
        var log = new ProcessLog(Path.Combine(meshFolder, "logs", process.FullName + ".log"));
        _logs.Add(log);
        return log;
    }

    public void Dispose() => _logs.ForEach(log => log.Dispose());
}
