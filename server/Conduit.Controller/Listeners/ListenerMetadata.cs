namespace Conduit.Controller.Listeners;

/// <summary>The port that an endpoint belongs to. Endpoints without it answer on every port.</summary>
internal sealed record ListenerMetadata(Listener Listener);
