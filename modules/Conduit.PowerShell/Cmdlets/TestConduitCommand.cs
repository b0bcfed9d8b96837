using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Model.Failures;
using Conduit.Operations.Check;
using Conduit.Operations.Rendering;
using CheckResult = Conduit.PowerShell.Objects.CheckResult;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Tests that Conduit works, or tells what stands in its way.</summary>
/// <example>
/// <code>Test-Conduit -Pre</code>
/// <para>Before an installation.</para>
/// </example>
/// <example>
/// <code>Test-Conduit -Proxy | Where-Object Status -ne Ok</code>
/// <para>What is wrong once pods are in the mesh.</para>
/// </example>
/// <example>
/// <code>if (-not (Test-Conduit -Quiet)) { throw 'the mesh does not work' }</code>
/// <para>One answer, for a script.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "Conduit")]
[OutputType(typeof(CheckResult), typeof(bool))]
public sealed class TestConduitCommand : ApiCmdlet
{
    private bool _pre;
    private bool _proxy;
    private bool _quiet;

    /// <summary>As -ConduitNamespace.</summary>
    [Parameter]
    [Alias("n")]
    public string? Namespace { get; set; }

    /// <summary>Test whether Conduit can be installed.</summary>
    [Parameter]
    public SwitchParameter Pre
    {
        get => _pre;
        set => _pre = value;
    }

    /// <summary>Test the proxies too.</summary>
    [Parameter]
    public SwitchParameter Proxy
    {
        get => _proxy;
        set => _proxy = value;
    }

    /// <summary>The version that everything should have.</summary>
    [Parameter]
    public string? ExpectedVersion { get; set; }

    /// <summary>Only whether all is well.</summary>
    [Parameter]
    public SwitchParameter Quiet
    {
        get => _quiet;
        set => _quiet = value;
    }

    internal CheckScope Scope
    {
        get => (_pre, _proxy) switch
        {
            (true, true) => throw new MisuseException("CheckScopes", "-Pre and -Proxy exclude each other: one is for before an installation, the other for after it"),
            (true, _) => CheckScope.Pre,
            (_, true) => CheckScope.Proxy,
            _ => CheckScope.Installed,
        };
        init => (_pre, _proxy) = (value == CheckScope.Pre, value == CheckScope.Proxy);
    }

    internal bool IsQuiet
    {
        init => _quiet = value;
    }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = Module.Complete(ReadApi());
        var request = new CheckRequest
        {
            Mesh = Namespace is null ? options : options with { ConduitNamespace = Namespace },
            Scope = Scope,
            ExpectedVersion = ExpectedVersion,
        };
        var operation = new CheckOperation(Module.Locator, Module.Clusters, new RenderDefaults(Module.Rendering), Module.Time);
        var allIsWell = true;

        await foreach (var result in operation.RunAsync(request, cancellationToken))
        {
            allIsWell &= result.Status == CheckStatus.Ok;

            if (!_quiet)
            {
                yield return CheckResult.Of(result);
            }
        }

        if (_quiet)
        {
            yield return allIsWell;
        }
    }
}
