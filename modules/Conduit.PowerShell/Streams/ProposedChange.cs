namespace Conduit.PowerShell.Streams;

/// <summary>What a cmdlet is about to change, for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
internal sealed record ProposedChange(string Target, string Action);
