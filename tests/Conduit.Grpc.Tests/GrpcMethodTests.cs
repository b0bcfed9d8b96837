using Conduit.Grpc.Tests.Echo;

namespace Conduit.Grpc.Tests;

public sealed class GrpcMethodTests
{
    [Fact]
    public void A_method_has_the_names_and_the_shape_of_its_descriptor()
    {
        Assert.Equal("/conduit.grpc.tests.EchoService/Once", EchoMethods.Once.FullName);
        Assert.Equal("conduit.grpc.tests.EchoService", EchoMethods.Once.ServiceName);
        Assert.Equal(
            [MethodType.Unary, MethodType.ClientStreaming, MethodType.ServerStreaming, MethodType.DuplexStreaming],
            [EchoMethods.Once.Type, EchoMethods.Collect.Type, EchoMethods.Repeat.Type, EchoMethods.Converse.Type]);
    }

    [Fact]
    public void Message_types_other_than_the_descriptors_are_refused()
    {
        var descriptor = EchoReflection.Descriptor.Services.Single().FindMethodByName("Once");

        var failure = Assert.Throws<ArgumentException>(() => GrpcMethod.Create<EchoReply, EchoReply>(descriptor));

        Assert.Contains("conduit.grpc.tests.EchoRequest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_of_another_shape_is_refused() => Assert.Throws<ArgumentException>(
        () => ServerServiceDefinition.CreateBuilder()
            .AddMethod(EchoMethods.Collect, (EchoRequest request, ServerCallContext context) => Task.FromResult(new EchoReply())));
}
