using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Conduit.Grpc;

/// <summary>Makes methods from protobuf descriptors; it stands in for the code that a gRPC generator would write.</summary>
public static class GrpcMethod
{
    /// <summary>The method that <paramref name="descriptor"/> describes.</summary>
    /// <exception cref="ArgumentException">The message types are not the descriptor's.</exception>
    public static Method<TRequest, TResponse> Create<TRequest, TResponse>(MethodDescriptor descriptor)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(descriptor);

        return new Method<TRequest, TResponse>(
            TypeOf(descriptor),
            descriptor.Service.FullName,
            descriptor.Name,
            MarshallerOf<TRequest>(descriptor, descriptor.InputType),
            MarshallerOf<TResponse>(descriptor, descriptor.OutputType));
    }

    private static MethodType TypeOf(MethodDescriptor descriptor) => (descriptor.IsClientStreaming, descriptor.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (true, false) => MethodType.ClientStreaming,
        (false, true) => MethodType.ServerStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    private static Marshaller<T> MarshallerOf<T>(MethodDescriptor method, MessageDescriptor message)
        where T : class, IMessage<T>
    {
        if (message.ClrType != typeof(T))
        {
            throw new ArgumentException($"{method.FullName} takes or gives {message.FullName}, not {typeof(T)}.", nameof(method));
        }

        var parser = message.Parser;
        return new Marshaller<T>(Serialize, context => (T)Parse(parser, context));
    }

    private static void Serialize<T>(T message, SerializationContext context)
        where T : IMessage
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    private static IMessage Parse(MessageParser parser, DeserializationContext context)
    {
        try
        {
            return parser.ParseFrom(context.PayloadAsReadOnlySequence());
        }
        catch (InvalidProtocolBufferException failure)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"The message is no valid protobuf: {failure.Message}", failure));
        }
    }
}
