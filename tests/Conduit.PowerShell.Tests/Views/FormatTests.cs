using System.Xml.Linq;
using Conduit.PowerShell.Views;
using Conduit.Testing.Repository;

namespace Conduit.PowerShell.Tests.Views;

public sealed class FormatTests
{
    private static readonly XDocument Format = XDocument.Load(RepositoryFiles.At("modules", "Conduit.PowerShell", "Module", "Conduit.format.ps1xml"));

    [Theory]
    [InlineData("StatRow", "StatCommandTests.Stat_prints_layout=namespace")]
    [InlineData("StatRow#Namespace", "StatCommandTests.Stat_prints_layout=everywhere")]
    [InlineData("TopRow", "TopCommandTests.Top_counts_what_is_alike_format=table")]
    [InlineData("Pod", "GetCommandTests.Pods_are_listed_format=wide")]
    [InlineData("Edge", "EdgesCommandTests.Who_calls_whom_is_shown_format=table")]
    [InlineData("ErrorCode", "ExplainCommandTests.Every_error_is_listed")]
    [InlineData("ServiceEndpoint", "EndpointsCommandTests.Every_service_is_shown_format=table")]
    public void A_view_has_the_columns_of_the_command_lines_table(string view, string snapshot)
    {
        var table = File.ReadLines(RepositoryFiles.At("tests", "Conduit.Cli.Tests", "Commands", $"{snapshot}.verified.txt")).First();

        Assert.Equal(table.Split(' ', StringSplitOptions.RemoveEmptyEntries), View(view).Descendants("Label").Select(label => label.Value));
    }

    [Fact]
    public void Every_header_has_its_cell() => Assert.All(Format.Descendants("TableControl"), table =>
        Assert.Equal(table.Descendants("TableColumnHeader").Count(), table.Descendants("TableColumnItem").Count()));

    [Fact]
    public void Views_are_for_types_and_properties_that_exist() => Assert.All(Format.Descendants("View"), view =>
    {
        var type = typeof(Cell).Assembly.GetType(view.Descendants("TypeName").Single().Value.Split('#')[0], throwOnError: true)!;
        Assert.All(view.Descendants("PropertyName"), property => Assert.NotNull(type.GetProperty(property.Value)));
    });

    [Theory]
    [InlineData(0.85, "85.00%")]
    [InlineData(double.NaN, "-")]
    public void Rates_read_as_in_the_command_line(double rate, string text) => Assert.Equal(text, Cell.SuccessRate(rate));

    [Fact]
    public void Without_traffic_there_is_a_dash()
    {
        Assert.Equal("-", Cell.Rps(0, double.NaN));
        Assert.Equal("-", Cell.WholeMilliseconds(null));
        Assert.Equal("-", Cell.Part(null, null));
    }

    private static XElement View(string name) => Format.Descendants("View").Single(view => view.Element("Name")!.Value == name);
}
