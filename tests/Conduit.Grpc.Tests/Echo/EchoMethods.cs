using Google.Protobuf;

namespace Conduit.Grpc.Tests.Echo;

internal static class EchoMethods
{
    public static readonly Method<EchoRequest, EchoReply> Once = Find<EchoRequest, EchoReply>("Once");
    public static readonly Method<EchoRequest, EchoReply> Collect = Find<EchoRequest, EchoReply>("Collect");
    public static readonly Method<EchoRequest, EchoReply> Repeat = Find<EchoRequest, EchoReply>("Repeat");
    public static readonly Method<EchoRequest, EchoReply> Converse = Find<EchoRequest, EchoReply>("Converse");
    public static readonly Method<EchoRequest, EchoReply> Missing = Find<EchoRequest, EchoReply>("Missing");
    public static readonly Method<CountCancelledRequest, CountCancelledReply> CountCancelled =
        Find<CountCancelledRequest, CountCancelledReply>("CountCancelled");

    private static Method<TRequest, TResponse> Find<TRequest, TResponse>(string name)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        GrpcMethod.Create<TRequest, TResponse>(EchoReflection.Descriptor.Services.Single().FindMethodByName(name));
}
