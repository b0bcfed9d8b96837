using System.Collections.Immutable;
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
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1034", Justification = "The library that this one stands in for nests it.")]
    public sealed class Builder
    {
        private readonly Dictionary<string, ServerMethod> _methods = new(StringComparer.Ordinal);

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, async call => await call.RespondAsync(await handler(await call.ReceiveSingleAsync(), call.Context)));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, async call => await call.RespondAsync(await handler(call.Requests, call.Context)));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, async call => await handler(await call.ReceiveSingleAsync(), call.Responses, call.Context));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, call => handler(call.Requests, call.Responses, call.Context));

        public ServerServiceDefinition Build() => new([.. _methods.Values]);

        private Builder Add<TRequest, TResponse>(Method<TRequest, TResponse> method, Func<ServerCall<TRequest, TResponse>, Task> handle)
            where TRequest : class
            where TResponse : class
        {
            ArgumentNullException.ThrowIfNull(method);

            _methods.Add(method.FullName, new ServerMethod(method, context => handle(new ServerCall<TRequest, TResponse>(method, context))));
            return this;
        }
    }
}
