using Conduit.Model.Failures;
using Conduit.Operations.Resources;
using Conduit.Operations.Tap;
using Conduit.Operations.Tests.Running;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;

namespace Conduit.Operations.Tests.Tap;

public sealed class TapOperationTests : IAsyncLifetime
{
    private readonly List<string> _notes = [];
    private TestMesh _mesh = null!;

    public async Task InitializeAsync()
    {
        _mesh = await TestMesh.StartAsync();
        _mesh.Mesh.TapEnds = true;
    }

    public async Task DisposeAsync() => await _mesh.DisposeAsync();

    [Fact]
    public async Task Events_keep_what_the_proxy_saw()
    {
        _mesh.Mesh.Events.Add(TapEvents.Request(1, "/api/list?x=1"));
        _mesh.Mesh.Events.Add(TapEvents.Response(1, 200, TimeSpan.FromSeconds(1.5)));
        _mesh.Mesh.Events.Add(TapEvents.End(1, TimeSpan.FromSeconds(2), new Eos { GrpcStatusCode = 13 }));

        var events = await TapAsync("deploy/web");

        var began = Assert.IsType<TapRequestBegan>(events[0]);
        Assert.Equal(("GET", "http", "web-svc.emojivoto:80", "/api/list?x=1"), (began.Method, began.Scheme, began.Authority, began.Path));
        Assert.Equal(("7:1", TapDirection.Inbound, "disabled"), (began.Id.ToString(), began.Direction, began.Tls));
        Assert.Equal(("10.0.0.1:40000", null), (began.Source.Address.ToString(), began.Source.Pod));
        Assert.Equal(("10.0.0.2:8080", "web-1"), (began.Destination.Address.ToString(), began.Destination.Pod));

        var answered = Assert.IsType<TapResponseBegan>(events[1]);
        Assert.Equal((200, TimeSpan.FromSeconds(1.5)), (answered.HttpStatus, answered.Latency));

        var ended = Assert.IsType<TapResponseEnded>(events[2]);
        Assert.Equal((TimeSpan.FromSeconds(2), 420, 13u, null), (ended.Duration, ended.ResponseBytes, ended.GrpcStatus, ended.ResetError));
    }

    [Fact]
    public async Task An_event_that_is_not_known_yet_is_passed_over()
    {
        _mesh.Mesh.Events.Add(new Protocol.Common.TapEvent());

        Assert.Empty(await TapAsync("deploy/web"));
    }

    [Fact]
    public async Task A_name_in_one_namespace_needs_no_namespace()
    {
        await TapAsync("deploy/web");

        Assert.Equal("emojivoto", Assert.Single(_mesh.Asked<TapByResourceRequest>()).Target.Resource.Namespace);
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task A_name_in_several_namespaces_needs_one()
    {
        _mesh.Mesh.Pods.Add(EmojivotoMesh.PodOf("another", "web"));

        var failure = await Assert.ThrowsAsync<MisuseException>(() => TapAsync("deploy/web"));

        Assert.Equal("deployment 'web' is several: deployment/web.another, deployment/web.emojivoto. Say which, with its namespace.", failure.Message);
        Assert.Empty(_mesh.Asked<TapByResourceRequest>());
    }

    [Fact]
    public async Task A_namespace_is_tapped_as_such()
    {
        await TapAsync("ns/emojivoto");

        Assert.Equal(
            new Resource { Namespace = "", Type = "namespace", Name = "emojivoto" },
            Assert.Single(_mesh.Asked<TapByResourceRequest>()).Target.Resource);
    }

    [Fact]
    public async Task Without_filters_nothing_is_filtered()
    {
        await TapAsync("deploy");

        Assert.Empty(Assert.Single(_mesh.Asked<TapByResourceRequest>()).Match.All.Matches);
    }

    private async Task<List<Conduit.Operations.Tap.TapEvent>> TapAsync(string target)
    {
        var events = new List<Conduit.Operations.Tap.TapEvent>();
        var request = new TapRequest { Target = ResourceTarget.Parse(target.Split(' ')) };

        await foreach (var tapEvent in new TapOperation(_mesh.Connection).RunAsync(request, _notes.Add, CancellationToken.None))
        {
            events.Add(tapEvent);
        }

        return events;
    }
}
