using Google.Protobuf.Reflection;

namespace Conduit.Protocol.Tests;

public sealed class ServiceMethodsTests
{
    [Theory]
    [InlineData(typeof(ApiMethods), "conduit.public.Api")]
    [InlineData(typeof(ProxyMethods), "conduit.proxy.")]
    public void Every_listed_method_exists_in_its_service(Type list, string service)
    {
        var methods = list.GetProperties().Select(property => (MethodDescriptor?)property.GetValue(null)).ToArray();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.StartsWith(service, method!.Service.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_method_of_the_public_api_is_listed()
    {
        var listed = typeof(ApiMethods).GetProperties().Select(property => ((MethodDescriptor)property.GetValue(null)!).Name);

        Assert.Equal(ApiMethods.Version.Service.Methods.Select(method => method.Name).Order(), listed.Order());
    }
}
