using System.Diagnostics;
using System.Globalization;

namespace Conduit.Proxy.Telemetry;

/// <summary>What the process itself uses, under the names that Prometheus's own clients give it.</summary>
internal sealed class ProcessMetrics(ProcessClock clock) : IMetricsSection
{
    private const string LimitsFile = "/proc/self/limits";
    private const string DescriptorsFolder = "/proc/self/fd";

    public void Write(MetricsText text)
    {
        using var process = Process.GetCurrentProcess();
        Single(text, "process_start_time_seconds", "gauge", "When the process started, in seconds of Unix time.", clock.StartedAtMicroseconds / 1e6);
        Single(text, "process_cpu_seconds_total", "counter", "CPU time used, user and system.", process.TotalProcessorTime.TotalSeconds);
        Single(text, "process_virtual_memory_bytes", "gauge", "Virtual memory.", process.VirtualMemorySize64);
        Single(text, "process_resident_memory_bytes", "gauge", "Resident memory.", process.WorkingSet64);

        if (OperatingSystem.IsLinux())
        {
            Single(text, "process_open_fds", "gauge", "Open file descriptors.", Directory.EnumerateFileSystemEntries(DescriptorsFolder).Count());
            Single(text, "process_max_fds", "gauge", "File descriptors that may be open.", ReadMaxDescriptors());
        }
    }

    private static void Single(MetricsText text, string name, string type, string help, double value)
    {
        text.Describe(name, type, help);
        text.Value(name, "", value);
    }

    private static double ReadMaxDescriptors()
    {
        var line = File.ReadLines(LimitsFile).FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var soft = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(3);
        return double.TryParse(soft, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;
    }
}
