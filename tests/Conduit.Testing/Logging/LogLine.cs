using Microsoft.Extensions.Logging;

namespace Conduit.Testing.Logging;

public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Exception);
