using System.Text;
using Conduit.Testing.Repository;
using Conduit.Testing.Snapshots;

namespace Conduit.PowerShell.Tests.Surface;

public sealed class SurfaceTests
{
    [Fact]
    public void Cmdlets_look_to_their_users_as_recorded()
    {
        var surface = new StringBuilder();

        foreach (var cmdlet in CmdletClass.All)
        {
            surface.Append(cmdlet.Name).Append(cmdlet.SupportsShouldProcess ? " (-WhatIf, -Confirm)" : "").Append('\n');
            surface.Append("  -> ").AppendJoin(", ", cmdlet.OutputTypes.Select(type => type.FullName)).Append('\n');

            foreach (var parameter in cmdlet.Parameters)
            {
                surface.Append("  ").Append(Describe(parameter)).Append('\n');
            }
        }

        Snapshot.Match(surface.ToString());
    }

    [Fact]
    public void The_manifest_exports_every_cmdlet()
    {
        var manifest = File.ReadAllText(RepositoryFiles.At("modules", "Conduit.PowerShell", "Module", "Conduit.psd1"));

        Assert.All(CmdletClass.All, cmdlet => Assert.Contains($"'{cmdlet.Name}'", manifest, StringComparison.Ordinal));
        Assert.Equal(CmdletClass.All.Count, manifest.Split('\n').Count(line => line.Trim().StartsWith('\'') && line.Contains("-Conduit", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_class_is_called_as_its_cmdlet() =>
        Assert.All(CmdletClass.All, cmdlet => Assert.Equal(cmdlet.Name.Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Type.Name));

    private static string Describe(CmdletParameter parameter)
    {
        string[] traits =
        [
            parameter.TypeName,
            .. parameter.IsMandatory ? ["mandatory"] : Array.Empty<string>(),
            .. parameter.Position is { } position ? [$"position {position}"] : Array.Empty<string>(),
            .. parameter.TakesPipeline ? ["from the pipeline"] : Array.Empty<string>(),
            .. parameter.TakesPropertyOfPipeline ? ["from the pipeline by name"] : Array.Empty<string>(),
        ];

        return $"-{string.Join(" -", parameter.Names)}: {string.Join(", ", traits)}";
    }
}
