using System.Text.RegularExpressions;
using Conduit.Integration.Tests.Dev;
using Microsoft.Playwright;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>What a visitor does with the dashboard of a mesh in which one emoji fails.</summary>
[Collection(DevMeshes.Name)]
public sealed class DashboardOnEmojivotoTests(EmojivotoMesh mesh, Browser browser) : IClassFixture<EmojivotoMesh>, IClassFixture<Browser>
{
    private static readonly TimeSpan BetweenVotes = TimeSpan.FromMilliseconds(250);

    private Uri Address => new($"http://{mesh.State.WebAddress}/");

    [BrowserFact]
    public async Task The_failing_service_its_path_and_its_requests_are_three_clicks_away()
    {
        using var enough = new CancellationTokenSource();
        var voting = VoteAsync(enough.Token);

        await using (var visitor = await browser.VisitAsync(Address))
        {
            await visitor.GoAsync("#/");

            await visitor.Region("Needs attention").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^voting") }).ClickAsync();
            await Visitor.SeesAsync(visitor.Heading("voting"));
            await Visitor.ReadsAsync(visitor.Row("Paths", "VoteDoughnut"), "0.0 %");

            await visitor.Row("Paths", "VoteDoughnut").GetByRole(AriaRole.Link).First.ClickAsync();
            var requests = visitor.Page.GetByRole(AriaRole.List, new() { Name = "Requests, the newest first" });
            await Visitor.ReadsAsync(requests, "VoteDoughnut");
            await Assertions.Expect(requests).Not.ToContainTextAsync("VoteTada");

            await requests.GetByRole(AriaRole.Button).First.ClickAsync();
            await Visitor.ReadsAsync(requests, "the proxy of the called pod");
            await Visitor.ReadsAsync(visitor.Region("Request headers"), "application/grpc");
        }

        await enough.CancelAsync();
        await voting;
    }

    [BrowserFact]
    public async Task The_doughnut_is_in_the_top_paths_of_the_page_that_people_vote_on()
    {
        using var enough = new CancellationTokenSource();
        var voting = VoteAsync(enough.Token);

        await using (var visitor = await browser.VisitAsync(Address))
        {
            await visitor.GoAsync("#/");
            await visitor.Region("Needs attention").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^web") }).ClickAsync();
            await Visitor.ReadsAsync(visitor.Row("Paths", "/api/vote?choice=:doughnut:"), "0.0 %");
            await Visitor.ReadsAsync(visitor.Row("Paths", "/api/vote?choice=:tada:"), "100 %");

            await visitor.Row("Paths", ":doughnut:").GetByRole(AriaRole.Link).First.ClickAsync();
            var requests = visitor.Page.GetByRole(AriaRole.List, new() { Name = "Requests, the newest first" });
            await Visitor.ReadsAsync(requests, ":doughnut:");
            await Visitor.ReadsAsync(requests, "500");
            await Assertions.Expect(requests).Not.ToContainTextAsync(":tada:");
        }

        await enough.CancelAsync();
        await voting;
    }

    [BrowserFact]
    public async Task The_map_leads_from_the_caller_to_the_failing_service()
    {
        await mesh.VoteMixedAsync();
        await using var visitor = await browser.VisitAsync(Address);

        await visitor.GoAsync("#/map?ns=emojivoto");
        await Visitor.SeesAsync(visitor.Row("Connections", "web"));
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^voting gets") }).ClickAsync();

        await Visitor.SeesAsync(visitor.Heading("voting"));
        await Visitor.SeesAsync(visitor.Row("Called by", "web"));
    }

    [BrowserFact]
    public async Task Everything_is_reached_from_the_keyboard()
    {
        await using var visitor = await browser.VisitAsync(Address);
        await visitor.GoAsync("#/");
        await Visitor.SeesAsync(visitor.Region("Workloads"));

        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("deployment emoji");
        await Visitor.SeesAsync(visitor.Page.GetByRole(AriaRole.Option, new() { Name = "emoji Deployment · emojivoto" }));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Visitor.SeesAsync(visitor.Heading("emoji"));

        await visitor.Page.Keyboard.PressAsync("g");
        await visitor.Page.Keyboard.PressAsync("c");
        await Visitor.SeesAsync(visitor.Heading("control plane"));
    }

    [BrowserFact]
    public async Task Nothing_on_any_page_keeps_people_from_using_it()
    {
        await mesh.VoteMixedAsync();
        string[] places =
        [
            "#/", "#/?ns=emojivoto", "#/namespaces", "#/workloads/deployment", "#/workloads/job", "#/workload/deployment/emojivoto/voting",
            "#/map", "#/tap?kind=deployment&ns=emojivoto&name=web", "#/tap", "#/control-plane", "#/nowhere",
        ];

        foreach (var colors in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visitor = await browser.VisitAsync(Address, colors);

            foreach (var place in places)
            {
                await visitor.GoAsync(place);
                await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0, new() { Timeout = 30_000 });

                Assert.Equal([], (await visitor.BarriersAsync()).Select(barrier => $"{place} {colors}: {barrier}"));
            }
        }
    }

    [BrowserFact]
    public async Task No_page_is_wider_than_a_phone()
    {
        await using var visitor = await browser.VisitAsync(Address, width: 360);

        foreach (var place in new[] { "#/", "#/workloads/deployment", "#/workload/deployment/emojivoto/voting", "#/map", "#/tap", "#/control-plane" })
        {
            await visitor.GoAsync(place);
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0, new() { Timeout = 30_000 });

            Assert.Equal(360, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [BrowserFact]
    public async Task Scripts_in_paths_are_shown_as_text()
    {
        const string Path = "/<img/src=x/onerror=document.title='gone'><script>document.title='gone'</script>";
        using var enough = new CancellationTokenSource();
        await using var visitor = await browser.VisitAsync(Address);
        await visitor.GoAsync("#/tap?kind=deployment&ns=emojivoto&name=web&path=/<img");
        var asking = RawRequests.SendAsync(new Uri(mesh.State.AppUrl!), Path, enough.Token);

        await Visitor.ReadsAsync(visitor.Page.GetByRole(AriaRole.List, new() { Name = "Requests, the newest first" }), "<script>");

        Assert.StartsWith("Tap", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await enough.CancelAsync();
        await asking;
    }

    [BrowserFact]
    public async Task It_works_below_a_prefix()
    {
        await using var proxy = await PrefixProxy.StartAsync(Address, "/api/v1/namespaces/conduit/services/web:http/proxy/");
        await using var visitor = await browser.VisitAsync(proxy.Address);

        await visitor.GoAsync("#/workloads/deployment");
        await Visitor.SeesAsync(visitor.Row("Deployments", "voting"));
        await visitor.Row("Deployments", "voting").GetByRole(AriaRole.Link).ClickAsync();

        await Visitor.SeesAsync(visitor.Row("Pods", "voting"));
    }

    [BrowserFact]
    public async Task A_controller_that_is_gone_is_told_and_what_was_seen_stays()
    {
        await using var proxy = await PrefixProxy.StartAsync(Address, "/");
        await using var visitor = await browser.VisitAsync(proxy.Address);
        visitor.ExpectsComplaints = true;
        await visitor.GoAsync("#/workloads/deployment");
        await Visitor.SeesAsync(visitor.Row("Deployments", "voting"));

        await proxy.StopAsync();

        await Visitor.ReadsAsync(visitor.Page.GetByRole(AriaRole.Alert), "What you see is the last answer; trying again.");
        await Visitor.SeesAsync(visitor.Row("Deployments", "voting"));
    }

    private async Task VoteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenVotes, TimeProvider.System);

        while (!cancellationToken.IsCancellationRequested)
        {
            await mesh.VoteAsync("doughnut");
            await mesh.VoteAsync("tada");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
