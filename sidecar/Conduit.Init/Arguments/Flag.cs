namespace Conduit.Init.Arguments;

/// <summary>A flag of the command line.</summary>
/// <param name="Name">The long form, without dashes.</param>
/// <param name="Short">The letter of the short form, or null.</param>
/// <param name="Value">What its value is called in the help; null for a switch.</param>
/// <param name="Help">One line: what it does, and the default.</param>
internal sealed record Flag(string Name, char? Short, string? Value, string Help);
