using System.Text.RegularExpressions;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Tables;

namespace Conduit.Cli.Tests.Output.Tables;

public sealed class TextTableTests
{
    private static readonly Column[] Columns = [new("NAME"), new("PATH"), new("COUNT", Align.Right)];

    [Fact]
    public void Names_lean_left_and_numbers_right() =>
        Assert.Equal(
            "NAME   PATH           COUNT\n" +
            "web    /api/list          7\n" +
            "x      /           12345678\n",
            Write(width: null));

    [Fact]
    public void A_table_fits_its_terminal_by_cutting_names()
    {
        var written = Write(width: 30, longName: new string('n', 40));

        Assert.All(written.Split('\n'), line => Assert.True(line.Length <= 30, line));
        Assert.Contains("nnn…", written, StringComparison.Ordinal);
        Assert.Contains("12345678", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_cut_last_and_at_its_beginning()
    {
        var table = new TextTable(new Column("NAME"), new Column("PATH", KeepsEnd: true));
        table.Add(new string('n', 40), "/emojivoto.v1.VotingService/VoteDoughnut");
        using var output = new StringWriter { NewLine = "\n" };

        table.Write(output, Palette.Plain, width: 40);

        Assert.EndsWith("nnnnnnn…   …1.VotingService/VoteDoughnut\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_as_wide_as_it_gets() =>
        Assert.Contains(new string('n', 400), Write(width: null, longName: new string('n', 400)), StringComparison.Ordinal);

    [Fact]
    public void Colours_do_not_move_columns()
    {
        var table = new TextTable(Columns);
        table.Add("a", new Cell("b", Tone.Bad), new Cell("1", Tone.Good));
        table.Add("a", "b", "1");
        using var output = new StringWriter { NewLine = "\n" };

        table.Write(output, Palette.Ansi, width: null);

        var lines = output.ToString().Split('\n');
        Assert.Contains("\e[31m", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[2], Regex.Replace(lines[1], "\e\\[[0-9]+m", ""));
    }

    private static string Write(int? width, string longName = "x")
    {
        var table = new TextTable(Columns);
        table.Add("web", "/api/list", "7");
        table.Add(longName, "/", "12345678");
        using var output = new StringWriter { NewLine = "\n" };
        table.Write(output, Palette.Plain, width);
        return output.ToString();
    }
}
