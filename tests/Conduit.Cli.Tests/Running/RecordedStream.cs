using System.Text;

namespace Conduit.Cli.Tests.Running;

/// <summary>What was written so far, readable while more is written.</summary>
internal sealed class RecordedStream : MemoryStream
{
    private readonly Lock _lock = new();

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString(ToArray());
            }
        }
    }

    // The base's other form of Write comes through here too, because this is a derived class.
    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            base.Write(buffer, offset, count);
        }
    }
}
