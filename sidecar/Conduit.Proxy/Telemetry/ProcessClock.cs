using System.Diagnostics;

namespace Conduit.Proxy.Telemetry;

/// <summary>When this process, and with it every counter, began.</summary>
/// <param name="StartedAtMicroseconds">Unix time in microseconds.</param>
internal sealed record ProcessClock(long StartedAtMicroseconds)
{
    public static ProcessClock OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessClock((long)(new DateTimeOffset(process.StartTime) - DateTimeOffset.UnixEpoch).TotalMicroseconds);
    }
}
