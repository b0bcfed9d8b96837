using Conduit.Proxy.Detection;

namespace Conduit.Proxy.Tests.Detection;

public sealed class ClientHelloTests
{
    [Fact]
    public async Task The_name_in_a_real_hello_is_found()
    {
        var hello = await HelloBytes.RealAsync("web.shop.example");

        Assert.Equal(ClientHelloResult.Complete, ClientHello.Read(hello, out var name));
        Assert.Equal("web.shop.example", name);
    }

    [Fact]
    public async Task A_hello_that_is_cut_off_anywhere_is_incomplete()
    {
        var hello = await HelloBytes.RealAsync("web.shop.example");

        for (var length = 0; length < hello.Length; length++)
        {
            Assert.Equal(ClientHelloResult.Incomplete, ClientHello.Read(hello.AsSpan(0, length), out var name));
            Assert.Null(name);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void A_hello_may_lie_in_several_records(int recordLength)
    {
        var hello = HelloBytes.Made([.. HelloBytes.Padding(100), .. HelloBytes.ServerName("db.example")], recordLength);

        Assert.Equal(ClientHelloResult.Complete, ClientHello.Read(hello, out var name));
        Assert.Equal("db.example", name);
    }

    [Fact]
    public void A_hello_without_a_name_is_a_hello()
    {
        Assert.Equal(ClientHelloResult.Complete, ClientHello.Read(HelloBytes.Made(HelloBytes.Padding(1)), out var name));
        Assert.Null(name);
    }

    [Fact]
    public void Bytes_behind_the_hello_are_not_looked_at()
    {
        byte[] bytes = [.. HelloBytes.Made(HelloBytes.ServerName("a.example")), .. new byte[40_000]];

        Assert.Equal(ClientHelloResult.Complete, ClientHello.Read(bytes, out var name));
        Assert.Equal("a.example", name);
    }

    [Fact]
    public void A_name_with_a_line_end_is_no_name() =>
        Assert.Equal(ClientHelloResult.Broken, ClientHello.Read(HelloBytes.Made(HelloBytes.ServerName("a\nb")), out _));

    [Fact]
    public void A_hello_longer_than_any_real_one_is_refused_by_its_length_alone()
    {
        var hello = HelloBytes.Made(HelloBytes.Padding(20_000));

        Assert.Equal(ClientHelloResult.Broken, ClientHello.Read(hello.AsSpan(0, 100), out _));
    }

    [Theory]
    [InlineData(0, 23)]
    [InlineData(5, 2)]
    [InlineData(44, 255)]
    public void A_field_that_lies_breaks_it(int position, byte value)
    {
        var hello = HelloBytes.Made(HelloBytes.ServerName("a.example"));
        hello[position] = value;

        Assert.Equal(ClientHelloResult.Broken, ClientHello.Read(hello, out _));
    }
}
