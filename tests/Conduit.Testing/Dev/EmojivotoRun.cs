using Conduit.Model.Cluster;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;
using Xunit;
using Xunit.Sdk;

namespace Conduit.Testing.Dev;

/// <summary><c>conduit dev up</c> as a newcomer runs it, with a state folder of its own.</summary>
/// <param name="conduit">The program for a state folder.</param>
public class EmojivotoRun(Func<string, ConduitProgram> conduit)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private static readonly HttpClient Http = new();

    private RunningProgram _up = null!;

    public string StateFolder { get; } = Directory.CreateTempSubdirectory("conduit-dev-").FullName;

    public ConduitProgram Conduit => conduit(StateFolder);

    public DevMesh State => DevMeshFile.Read(StateFile) ?? throw new InvalidOperationException($"There is no mesh. It said:\n{_up.Error}");

    public string Said => _up.Output + _up.Error;

    private string StateFile => Path.Combine(StateFolder, "emojivoto.json");

    public async Task InitializeAsync()
    {
        _up = Conduit.Start("dev", "up");
        await ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        if (!_up.HasExited)
        {
            await StopAsync();
        }

        await _up.DisposeAsync();

        // A mesh that stopped in order has taken the folder with it.
        if (Directory.Exists(StateFolder))
        {
            Directory.Delete(StateFolder, recursive: true);
        }
    }

    /// <summary>Ctrl+C.</summary>
    public async Task<ProgramResult> StopAsync()
    {
        _up.Interrupt();
        return await _up.EndAsync(StopLimit);
    }

    /// <summary>Ends when every process runs and every pod is ready.</summary>
    public async Task ReadyAsync()
    {
        try
        {
            await Eventually.Holds(() => !_up.HasExited && IsReady(), StartLimit);
        }
        catch (XunitException failure)
        {
            Assert.Fail($"{failure.Message}\nIt said:\n{Said}");
        }
    }

    /// <summary>The one process of that role, in the workload's pod.</summary>
    public DevProcess Process(DevProcessRole role, string workload) =>
        State.Processes.Single(process => process.Role == role && process.Pod!.StartsWith($"emojivoto/{workload}-", StringComparison.Ordinal));

    public DevProcess Controller() => State.Processes.Single(process => process.Role == DevProcessRole.Controller);

    /// <summary><c>kill -9</c>. Ends when another runs in its place and every pod is ready again.</summary>
    /// <param name="killed">The process.</param>
    /// <param name="current">Finds what stands in its place.</param>
    public async Task KillAsync(DevProcess killed, Func<DevProcess> current)
    {
        await ReadyAsync();
        Signals.Send(Signals.Kill, killed.Identity!.ProcessId);
        await Eventually.Holds(() => current().Identity is { } now && now != killed.Identity);
        Assert.True(current().Restarts > killed.Restarts);
        await ReadyAsync();
    }

    /// <summary>Votes through the application's own page, as its users do.</summary>
    public async Task<int> VoteAsync(string shortcode)
    {
        using var response = await Http.GetAsync($"{State.AppUrl}api/vote?choice=:{shortcode}:");
        return (int)response.StatusCode;
    }

    public async Task VoteMixedAsync()
    {
        for (var vote = 0; vote < 5; vote++)
        {
            await VoteAsync("doughnut");
            await VoteAsync("tada");
        }
    }

    // Ctrl+C before it has said so is an aborted start, which has another exit code.
    private bool IsReady() =>
        Said.Contains("Ready:", StringComparison.Ordinal)
        && DevMeshFile.Read(StateFile) is { Cluster.Pods.Length: 4 } mesh
        && mesh.Cluster.Pods.All(pod => pod.Ready)
        && mesh.Processes.All(process => process.Identity is not null);
}
