namespace Conduit.Grpc.Server;

/// <summary>The client ended the call while its requests were read: a cancellation, learned from the connection ahead of the token.</summary>
internal sealed class ClientGoneException(Exception cause) : OperationCanceledException("The client ended the call.", cause);
