namespace Conduit.Grpc;

/// <summary>The responses of a call; they end when the handler returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
