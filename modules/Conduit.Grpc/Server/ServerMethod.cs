namespace Conduit.Grpc.Server;

/// <summary>A method and what runs when it is called, its message types hidden.</summary>
internal sealed record ServerMethod(IMethod Method, Func<HttpServerCallContext, Task> HandleAsync);
