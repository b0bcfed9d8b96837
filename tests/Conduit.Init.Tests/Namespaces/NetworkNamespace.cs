using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Conduit.Init.Tests.Namespaces;

/// <summary>
/// A thread that lives in a network namespace of its own. Sockets opened and programs started on it belong there; the kernel
/// removes the namespace when the thread has ended and they are closed.
/// </summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    private NetworkNamespace()
    {
        _thread = new Thread(Work) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The file that stands for the namespace.</summary>
    public string Handle => $"/proc/{Environment.ProcessId}/task/{Run(GetThreadId)}/ns/net";

    public static bool IsPermitted()
    {
        using var namespaceOfOwn = new NetworkNamespace();
        return namespaceOfOwn.Run(() => Unshare(NewNetwork)) == 0;
    }

    public static NetworkNamespace Create()
    {
        var created = new NetworkNamespace();
        Assert.Equal(0, created.Run(() => Unshare(NewNetwork)));
        created.Start("ip", "link set lo up");
        return created;
    }

    /// <summary>Runs on the thread, as <paramref name="user"/> where files and sockets are concerned.</summary>
    public T Run<T>(Func<T> work, uint user = 0)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);

        _work.Add(() =>
        {
            _ = SetFileSystemUser(user);

            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                // Whatever it is belongs to the caller.
                done.SetException(failure);
            }

            _ = SetFileSystemUser(0);
        });

        Assert.True(done.Task.Wait(Limit), "The work in the network namespace did not end.");
        return done.Task.Result;
    }

    /// <summary>Runs a program to its end, which must be a success, and gives its output.</summary>
    public string Start(string program, string arguments) => Run(() =>
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();

        Assert.True(process.WaitForExit(Limit), $"{program} {arguments} did not end.");
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {error.Result}");
        return output.Result;
    });

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Work()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "unshare")]
    private static extern int Unshare(int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileSystemUser(uint user);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "gettid")]
    private static extern int GetThreadId();
}
