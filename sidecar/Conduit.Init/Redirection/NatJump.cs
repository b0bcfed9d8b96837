namespace Conduit.Init.Redirection;

/// <summary>A rule that leads into a chain of ours: the chain it stands in, and its place there, from 1.</summary>
internal readonly record struct NatJump(string Chain, int Number);
