using System.Collections.Concurrent;
using Conduit.Testing.Repository;
using Microsoft.Playwright;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>Somebody who looks at the dashboard. Fails the test when the page complained, as it does when its policy is broken.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    // A first answer takes a second, a first request through a busy mesh some more.
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visitor(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        context.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>For tests that take something from the page.</summary>
    public bool ExpectsComplaints { get; set; }

    public Task GoAsync(string place) => Page.GotoAsync(new Uri(_address, place).ToString());

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text, Level = 1 });

    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name });

    public ILocator Row(string table, string text) =>
        Page.GetByRole(AriaRole.Table, new() { Name = table, Exact = true }).GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    public static Task SeesAsync(ILocator what) => Assertions.Expect(what.First).ToBeVisibleAsync(new() { Timeout = Patience });

    public static Task ReadsAsync(ILocator where, string text) => Assertions.Expect(where.First).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>What axe-core finds that keeps people from using the page.</summary>
    public async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(RepositoryFiles.At("server/Conduit.Dashboard/node_modules/axe-core/axe.min.js")));
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document)).violations
                .filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => `${found.id}: ${found.nodes.map(node => node.target.join(' ')).join(', ')}`)
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();

        if (!ExpectsComplaints)
        {
            Assert.Empty(_complaints);
        }
    }
}
