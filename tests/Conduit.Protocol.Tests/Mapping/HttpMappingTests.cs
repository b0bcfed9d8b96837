using Conduit.Protocol.Mapping;

namespace Conduit.Protocol.Tests.Mapping;

public sealed class HttpMappingTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    [InlineData("0")]
    public void Methods_come_back_as_they_went(string method) => Assert.Equal(method, HttpMapping.ToWireMethod(method).ToText());

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    [InlineData("ws")]
    public void Schemes_come_back_as_they_went(string scheme) => Assert.Equal(scheme, HttpMapping.ToWireScheme(scheme).ToText());
}
