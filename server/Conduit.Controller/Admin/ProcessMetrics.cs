using System.Diagnostics;
using System.Globalization;

namespace Conduit.Controller.Admin;

/// <summary>What every exporter tells of its process. Where the system does not tell, a line is left out.</summary>
internal static class ProcessMetrics
{
    private const string DescriptorFolder = "/proc/self/fd";
    private const string LimitsFile = "/proc/self/limits";
    private const string DescriptorLimit = "Max open files";

    public static void Write(ExpositionText text)
    {
        using var process = Process.GetCurrentProcess();
        text.Gauge("process_start_time_seconds", "Start of the process, in seconds of Unix time.", UnixSeconds(process.StartTime));
        text.Counter("process_cpu_seconds_total", "CPU time of the process.", process.TotalProcessorTime.TotalSeconds);
        text.Gauge("process_resident_memory_bytes", "Resident memory.", process.WorkingSet64);
        text.Gauge("process_virtual_memory_bytes", "Virtual memory.", process.VirtualMemorySize64);

        var memory = GC.GetGCMemoryInfo();
        text.Gauge("dotnet_gc_heap_size_bytes", "Objects on the managed heap when garbage was last collected.", memory.HeapSizeBytes);
        text.Gauge("dotnet_gc_committed_bytes", "Memory that the managed heap took from the system.", memory.TotalCommittedBytes);

        if (Directory.Exists(DescriptorFolder))
        {
            text.Gauge("process_open_fds", "Open file descriptors.", Directory.EnumerateFileSystemEntries(DescriptorFolder).Count());
        }

        if (DescriptorsAllowed() is { } allowed)
        {
            text.Gauge("process_max_fds", "File descriptors that may be open.", allowed);
        }
    }

    private static double UnixSeconds(DateTime local) => (local.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;

    private static double? DescriptorsAllowed()
    {
        var lines = File.Exists(LimitsFile) ? File.ReadLines(LimitsFile) : [];
        var limit = lines.FirstOrDefault(line => line.StartsWith(DescriptorLimit, StringComparison.Ordinal));
        var soft = limit?[DescriptorLimit.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return double.TryParse(soft, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
