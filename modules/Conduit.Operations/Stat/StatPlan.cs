using System.Collections.Immutable;

namespace Conduit.Operations.Stat;

/// <summary>The calls that answer a request, and what a person should know about the names in them.</summary>
internal sealed record StatPlan(ImmutableArray<StatQuestion> Questions, ImmutableArray<string> Notes);
