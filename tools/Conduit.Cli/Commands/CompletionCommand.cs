using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Model.Failures;

namespace Conduit.Cli.Commands;

internal sealed class CompletionCommand : VerbCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    private readonly CommandContext _context;
    private readonly Argument<string> _shell = new("SHELL") { Description = $"One of {string.Join(", ", Shells)}.", HelpName = "SHELL" };

    public CompletionCommand(CommandContext context)
        : base("completion", "Print the script that lets a shell complete this program's words.")
    {
        _context = context;
        _shell.CompletionSources.Add(Shells);
        Arguments.Add(_shell);
    }

    public override string Details =>
        """
        Once its script is loaded, the shell completes verbs, options, their values and kinds, and behind a kind the names that the mesh
        knows at that moment. Files are completed where nothing else fits.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("source <(conduit completion bash)", "bash; put it into ~/.bashrc to keep it"),
        new("source <(conduit completion zsh)", "zsh, after compinit; put it into ~/.zshrc to keep it"),
        new("conduit completion fish | source", "fish; put it into ~/.config/fish/config.fish to keep it"),
        new("conduit completion powershell | Out-String | Invoke-Expression", "PowerShell; put it into $PROFILE to keep it"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var shell = parsed.GetRequiredValue(_shell);

        if (!Shells.Contains(shell))
        {
            throw new MisuseException("UnsupportedShell", $"unsupported shell type (must be {string.Join(", ", Shells[..^1])} or {Shells[^1]}): {shell}");
        }

        using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!);
        await _context.Terminal.Out.WriteAsync(await script.ReadToEndAsync(cancellationToken));
        return ExitCode.Ok;
    }
}
