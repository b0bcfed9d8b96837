namespace Conduit.Load.Databases;

/// <summary>A kind of database, as Debian packages it.</summary>
/// <param name="Name">As its users call it.</param>
/// <param name="Program">What is run.</param>
/// <param name="Arguments">Given a port and an empty folder that belongs to it.</param>
/// <param name="Opening">What a client says first; empty where it waits for the server's greeting.</param>
/// <param name="Answer">The first byte of a server that is content; null where it may be any.</param>
internal sealed record Database(string Name, string Program, Func<int, string, IEnumerable<string>> Arguments, byte[] Opening, byte? Answer);
