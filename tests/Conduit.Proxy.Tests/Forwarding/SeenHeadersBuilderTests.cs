using System.Text;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Tests.Forwarding;

public sealed class SeenHeadersBuilderTests
{
    [Theory]
    [InlineData("authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("COOKIE")]
    [InlineData("Set-Cookie")]
    public void A_secret_is_shown_by_name_alone(string name)
    {
        var seen = new SeenHeadersBuilder();
        seen.Add(name, "secret");
        seen.Add(Encoding.ASCII.GetBytes(name), "secret"u8);

        Assert.All(seen.Build().Headers, header => Assert.Equal(new SeenHeader(name, null), header));
    }

    [Fact]
    public void A_long_value_is_cut_and_says_so()
    {
        var seen = new SeenHeadersBuilder();
        seen.Add("long", new string('x', 100_000));
        seen.Add("wide"u8, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é", 1000))));

        Assert.Equal(
            [new string('x', SeenHeadersBuilder.MostOfValue) + "…", new string('é', SeenHeadersBuilder.MostOfValue) + "…"],
            seen.Build().Headers.Select(header => header.Value));
    }

    [Fact]
    public void More_headers_than_fit_are_counted()
    {
        var many = new SeenHeadersBuilder();
        var large = new SeenHeadersBuilder();

        for (var index = 0; index < 1000; index++)
        {
            many.Add($"n{index}", "");
            large.Add($"n{index}", new string('x', 250));
        }

        var (seen, less) = (many.Build(), large.Build());
        Assert.Equal((SeenHeadersBuilder.MostHeaders, 1000 - SeenHeadersBuilder.MostHeaders), (seen.Headers.Length, seen.LeftOut));
        Assert.InRange(less.Headers.Sum(header => header.Name.Length + header.Value!.Length), 3000, SeenHeadersBuilder.MostOfAll);
        Assert.Equal(1000, less.Headers.Length + less.LeftOut);
    }
}
