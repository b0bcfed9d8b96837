using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;
using Conduit.Operations.Tests.Running;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Stat;

public sealed class StatOperationTests : IAsyncLifetime
{
    private TestMesh _mesh = null!;

    public async Task InitializeAsync() => _mesh = await TestMesh.StartAsync();

    public async Task DisposeAsync() => await _mesh.DisposeAsync();

    [Fact]
    public async Task Numbers_are_numbers()
    {
        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/voting"), Namespace = new() { Name = "emojivoto" } });

        var row = Assert.Single(result.Rows);
        Assert.Equal((1, 1, 0), (row.MeshedPods, row.RunningPods, row.FailedPods));
        Assert.Equal(new StatTraffic
        {
            SuccessCount = 51,
            FailureCount = 9,
            TlsCount = 0,
            SuccessRate = 0.85,
            Rps = 1,
            TlsShare = 0,
            LatencyP50 = TimeSpan.FromMilliseconds(30),
            LatencyP95 = TimeSpan.FromMilliseconds(60),
            LatencyP99 = TimeSpan.FromMilliseconds(90),
        }, row.Traffic);
    }

    [Fact]
    public async Task Rates_are_of_the_window_that_is_held()
    {
        _mesh.Mesh.ActualWindow = TimeSpan.FromSeconds(15);

        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/voting"), Window = TimeSpan.FromMinutes(10) });

        Assert.Equal(4, Assert.Single(result.Rows).Traffic!.Rps);
        Assert.Equal(TimeSpan.FromSeconds(15), result.Rows[0].Window);
        Assert.Contains("15s", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pods_that_do_not_run_are_noted_once_with_the_reason()
    {
        foreach (var kind in new[] { "deployment", "pod" })
        {
            var row = EmojivotoMesh.RowOf("emojivoto", kind, "late", stats: null);
            var error = new PodError.Types.ContainerError { Reason = "ImagePullBackOff", Message = "no such image" };
            row.ErrorsByPod["late-1"] = new PodErrors { Errors = { new PodError { Container = error } } };
            _mesh.Mesh.Rows.Add(row);
        }

        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("all") });

        Assert.Equal("late-1: ImagePullBackOff: no such image", Assert.Single(result.Notes));
        Assert.Equal(2, result.Rows.Count(row => row.Faults.Contains(new PodFault("late-1", "ImagePullBackOff", "no such image"))));
    }

    [Fact]
    public async Task Rows_are_sorted_by_kind_namespace_and_name()
    {
        _mesh.Mesh.Rows.Insert(0, EmojivotoMesh.RowOf("emojivoto", "pod", "a", stats: null));
        _mesh.Mesh.Rows.Insert(0, EmojivotoMesh.RowOf("another", "deployment", "z", stats: null));

        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("all") });

        Assert.Equal(
            ["another/z", "emojivoto/emoji", "emojivoto/vote-bot", "emojivoto/voting", "emojivoto/web", "emojivoto/a"],
            result.Rows.Select(row => $"{row.Namespace}/{row.Name}"));
        Assert.Equal([ResourceKind.Deployment, ResourceKind.Pod], result.Tables.Select(table => table.Key));
        Assert.True(result.AcrossNamespaces);
    }

    [Fact]
    public async Task The_default_namespace_is_the_locations()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");

        var result = await new StatOperation(mesh.Connection).RunAsync(new StatRequest { Target = ResourceTarget.Parse("deploy") }, CancellationToken.None);

        Assert.False(result.AcrossNamespaces);
        Assert.Equal("emojivoto", Assert.Single(mesh.Asked<StatSummaryRequest>()).Selector.Resource.Namespace);
    }

    [Theory]
    [InlineData("deploy", "deploy/web", null, "emojivoto", "deployment", "web")]
    [InlineData("deploy", "svc/web-svc", "elsewhere", "elsewhere", "service", "web-svc")]
    [InlineData("deploy", null, "elsewhere", "elsewhere", "deployment", "")]
    public async Task A_destination_travels_with_the_question(string target, string? to, string? toNamespace, string space, string type, string name)
    {
        await StatAsync(new StatRequest
        {
            Target = ResourceTarget.Parse(target),
            Namespace = new() { Name = "emojivoto" },
            To = to is null ? null : ResourceTarget.Parse(to),
            ToNamespace = toNamespace,
        });

        Assert.Equal(new Resource { Namespace = space, Type = type, Name = name }, _mesh.Asked<StatSummaryRequest>()[0].ToResource);
    }

    [Fact]
    public async Task A_source_travels_with_the_question()
    {
        await StatAsync(new StatRequest
        {
            Target = ResourceTarget.Parse("svc"),
            Namespace = new() { Name = "emojivoto" },
            From = ResourceTarget.Parse("ns/emojivoto"),
            LabelSelector = "app=web",
            Window = TimeSpan.FromSeconds(90),
        });

        var asked = _mesh.Asked<StatSummaryRequest>()[0];
        Assert.Equal(new Resource { Namespace = "", Type = "namespace", Name = "emojivoto" }, asked.FromResource);
        Assert.Equal("app=web", asked.Selector.LabelSelector);
        Assert.Equal(TimeSpan.FromSeconds(90), asked.TimeWindow.ToTimeSpan());
    }

    [Fact]
    public async Task A_service_is_answered_for_the_workload_behind_it()
    {
        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deployment", "emojivoto/emoji-svc") });

        Assert.Equal("emoji", Assert.Single(result.Rows).Name);
        Assert.Contains("emoji-svc is a service", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_found_without_its_namespace()
    {
        await StatAsync(new StatRequest { Target = ResourceTarget.Parse("svc/web-svc"), From = ResourceTarget.Parse("deploy/vote-bot") });

        Assert.Equal("emojivoto", _mesh.Asked<StatSummaryRequest>()[0].Selector.Resource.Namespace);
    }

    [Fact]
    public async Task A_service_without_endpoints_has_no_traffic_and_is_no_failure()
    {
        var request = new StatRequest { Target = ResourceTarget.Parse("svc", "emojivoto/asleep"), From = ResourceTarget.Parse("deploy/vote-bot") };

        Assert.Empty((await StatAsync(request)).Rows);
        Assert.Empty((await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/vote-bot"), To = ResourceTarget.Parse("svc/asleep") })).Notes);
    }

    [Fact]
    public async Task An_authority_is_not() =>
        await Assert.ThrowsAsync<MisuseException>(() => StatAsync(new StatRequest { Target = ResourceTarget.Parse("au/web-svc:80") }));

    [Fact]
    public async Task A_name_of_several_namespaces_is_answered_for_each()
    {
        _mesh.Mesh.Pods.Add(EmojivotoMesh.PodOf("another", "web"));
        _mesh.Mesh.Rows.Add(EmojivotoMesh.RowOf("another", "deployment", "web", stats: null));

        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/web") });

        Assert.Equal(["another", "emojivoto"], result.Rows.Select(row => row.Namespace));
        Assert.True(result.AcrossNamespaces);
    }

    [Fact]
    public async Task A_name_that_exists_nowhere_is_a_failure_that_names_what_does()
    {
        var failure = await Assert.ThrowsAsync<ConduitException>(() => StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/wob") }));

        Assert.Equal("no deployment and no service 'wob' in any namespace. There are: emoji, vote-bot, voting, web.", failure.Message);
    }

    [Fact]
    public async Task A_workload_without_pods_is_known()
    {
        _mesh.Mesh.Rows.Add(EmojivotoMesh.RowOf("emojivoto", "deployment", "asleep", stats: null));

        var result = await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/vote-bot"), To = ResourceTarget.Parse("deploy/asleep") });

        Assert.Equal("vote-bot", Assert.Single(result.Rows).Name);
    }

    [Fact]
    public async Task A_filter_that_exists_nowhere_is_not_an_idle_mesh()
    {
        var request = new StatRequest { Target = ResourceTarget.Parse("deploy/vote-bot"), To = ResourceTarget.Parse("deploy/wob") };

        Assert.Contains("'wob'", (await Assert.ThrowsAsync<ConduitException>(() => StatAsync(request))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_names_a_service_of_a_workload_is_asked_again_for_the_workload()
    {
        await StatAsync(new StatRequest { Target = ResourceTarget.Parse("deploy/vote-bot"), To = ResourceTarget.Parse("deploy/web-svc") });

        Assert.Equal("web", _mesh.Asked<StatSummaryRequest>()[^1].ToResource.Name);
    }

    private Task<StatResult> StatAsync(StatRequest request) =>
        Eventually.Ends(new StatOperation(_mesh.Connection).RunAsync(request, CancellationToken.None));
}
