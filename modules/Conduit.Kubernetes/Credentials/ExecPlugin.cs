using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Credentials;

/// <summary>Runs the program that a kubeconfig names for handing out credentials.</summary>
internal sealed class ExecPlugin(ExecEntry entry, ExecCredentialCluster cluster, TimeProvider time)
{
    // Some plugins open a browser and wait for a person.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs to its end or its limit: no single caller's impatience may end what others wait for.</summary>
    public async Task<ExecCredentialStatus> RunAsync()
    {
        if (entry.NeedsTerminal)
        {
            throw Failure("wants to ask questions on a terminal (interactiveMode: Always), which it has none of here. Use another user");
        }

        var (output, error, exitCode) = await RunToEndAsync();

        return exitCode == 0 ? Status(output) : throw Failure($"ended with exit code {exitCode}: {LastLine(error)}");
    }

    private async Task<(string Output, string Error, int ExitCode)> RunToEndAsync()
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var process = Start();

        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (await output, await error, process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw Failure($"did not end within {Limit.TotalMinutes:0} minutes");
        }
    }

    private Process Start()
    {
        // A bare name is looked for in the PATH; a path with folders starts from the kubeconfig's.
        var isBareName = Path.GetFileName(entry.Command) == entry.Command;
        var start = new ProcessStartInfo(isBareName ? entry.Command : entry.Origin.Resolve(entry.Command), entry.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in entry.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = JsonSerializer.Serialize(Request(), ExecCredentialJson.Default.ExecCredential);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw Failure($"cannot be started ({failure.Message}). {entry.InstallHint ?? "Install it, or correct its path"}", failure);
        }
    }

    private ExecCredential Request() => new()
    {
        ApiVersion = entry.ApiVersion,
        Kind = nameof(ExecCredential),
        Spec = new ExecCredentialSpec { Cluster = entry.ProvideClusterInfo ? cluster : null },
    };

    private ExecCredentialStatus Status(string output)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(output, ExecCredentialJson.Default.ExecCredential);

            if (answer is not { Kind: nameof(ExecCredential) } || answer.ApiVersion != entry.ApiVersion)
            {
                throw Failure($"answered with '{answer?.Kind}' of '{answer?.ApiVersion}' instead of an ExecCredential of '{entry.ApiVersion}'");
            }

            return answer.Status is { Token.Length: > 0 } or { ClientCertificateData.Length: > 0, ClientKeyData.Length: > 0 }
                ? answer.Status
                : throw Failure("answered without a token and without a certificate and its key");
        }
        catch (JsonException failure)
        {
            throw Failure("answered with something that is no JSON", failure);
        }
    }

    private KubeConfigException Failure(string what, Exception? cause = null) =>
        new("CredentialPluginFailed", $"the credential plugin '{entry.Command}' ({entry.Origin}) {what}.", cause);

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim().TrimEnd('.');
}
