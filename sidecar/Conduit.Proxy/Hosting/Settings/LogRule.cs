namespace Conduit.Proxy.Hosting.Settings;

/// <summary>The lowest level that is logged for a category and what lies below it.</summary>
internal readonly record struct LogRule(string Category, LogLevel Level);
