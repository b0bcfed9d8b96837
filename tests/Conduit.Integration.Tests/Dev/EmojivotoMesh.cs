using Conduit.Integration.Tests.Programs;
using Conduit.Model.Cluster;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;
using Xunit.Sdk;

namespace Conduit.Integration.Tests.Dev;

/// <summary><c>conduit dev up</c> as a newcomer runs it, with a state folder of its own; one for all tests of the class.</summary>
public sealed class EmojivotoMesh : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private static readonly HttpClient Http = new();

    private RunningProgram _up = null!;

    internal string StateFolder { get; } = Directory.CreateTempSubdirectory("conduit-dev-").FullName;

    internal ConduitProgram Conduit => new(StateFolder);

    internal DevMesh State => DevMeshFile.Read(StateFile) ?? throw new InvalidOperationException($"There is no mesh. It said:\n{_up.Error}");

    internal string Said => _up.Output + _up.Error;

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
    internal async Task<ProgramResult> StopAsync()
    {
        _up.Interrupt();
        return await _up.EndAsync(StopLimit);
    }

    /// <summary>Ends when every process runs and every pod is ready.</summary>
    internal async Task ReadyAsync()
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
    internal DevProcess Process(DevProcessRole role, string workload) =>
        State.Processes.Single(process => process.Role == role && process.Pod!.StartsWith($"emojivoto/{workload}-", StringComparison.Ordinal));

    internal DevProcess Controller() => State.Processes.Single(process => process.Role == DevProcessRole.Controller);

    /// <summary>Votes through the application's own page, as its users do.</summary>
    internal async Task<int> VoteAsync(string shortcode)
    {
        using var response = await Http.GetAsync($"{State.AppUrl}api/vote?choice=:{shortcode}:");
        return (int)response.StatusCode;
    }

    internal async Task VoteMixedAsync()
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
