using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>What all supervised processes of a mesh share.</summary>
/// <param name="Launcher">Starts them.</param>
/// <param name="Time">For waits.</param>
/// <param name="Report">Told what the user should know. Called from several threads.</param>
/// <param name="Changed">Called after a process's status changed. Called from several threads.</param>
internal sealed record Supervision(IProcessLauncher Launcher, TimeProvider Time, Action<DevEvent> Report, Action Changed);
