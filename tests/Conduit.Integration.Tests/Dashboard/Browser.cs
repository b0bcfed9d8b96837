using Conduit.Testing.Repository;
using Microsoft.Playwright;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>A Chromium of this machine, without a window; one for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Variable = "CONDUIT_CHROMIUM";

    private static readonly string? Program = Environment.GetEnvironmentVariable(Variable)
        ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Why nobody can look at the dashboard here; null if somebody can.</summary>
    internal static string? Missing { get; } = Program is null
        ? $"Not run: Chromium is not there; install it, or name it in {Variable}."
        : File.Exists(RepositoryFiles.At("artifacts/dashboard/index.html")) ? null
        : "Not run: npm was not there to build the dashboard.";

    public async Task InitializeAsync()
    {
        if (Missing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, ChromiumSandbox = false });
        }
    }

    public async Task DisposeAsync()
    {
        if (Missing is null)
        {
            await _browser.DisposeAsync();
            _playwright.Dispose();
        }
    }

    /// <summary>A visitor with a browser window of his own.</summary>
    internal async Task<Visitor> VisitAsync(Uri address, ColorScheme colors = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = colors,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return new Visitor(context, await context.NewPageAsync(), address);
    }
}
