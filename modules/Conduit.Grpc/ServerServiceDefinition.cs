using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Conduit.Grpc.Server;

namespace Conduit.Grpc;

/// <summary>Methods with their handlers.</summary>
public sealed class ServerServiceDefinition
{
    private ServerServiceDefinition(ImmutableArray<ServerMethod> methods)
    {
        Methods = methods;
    }

    internal ImmutableArray<ServerMethod> Methods { get; }

    public static Builder CreateBuilder() => new();

    /// <summary>Collects methods; each once.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The library that this one stands in for nests it.")]
    public sealed class Builder
    {
        private readonly Dictionary<string, ServerMethod> _methods = new(StringComparer.Ordinal);

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, MethodType.Unary, async call => await call.RespondAsync(await handler(await call.ReceiveSingleAsync(), call.Context)));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, MethodType.ClientStreaming, async call => await call.RespondAsync(await handler(call.Requests, call.Context)));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, MethodType.ServerStreaming, async call => await handler(await call.ReceiveSingleAsync(), call.Responses, call.Context));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, MethodType.DuplexStreaming, call => handler(call.Requests, call.Responses, call.Context));

        public ServerServiceDefinition Build() => new([.. _methods.Values]);

        private Builder Add<TRequest, TResponse>(
            Method<TRequest, TResponse> method, MethodType shape, Func<ServerCall<TRequest, TResponse>, Task> handle)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);
            if (method.Type != shape)
            {
                throw new ArgumentException($"{method.FullName} is {method.Type}, and its handler is {shape}.", nameof(method));
            }

            _methods.Add(method.FullName, new ServerMethod(method, context => handle(new ServerCall<TRequest, TResponse>(method, context))));
            return this;
        }
    }
}
