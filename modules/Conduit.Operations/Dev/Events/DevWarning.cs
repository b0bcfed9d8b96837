namespace Conduit.Operations.Dev.Events;

/// <summary>The manifest asks for something that a dev mesh does not do, or something was cleaned up.</summary>
public sealed record DevWarning(string Text) : DevEvent;
