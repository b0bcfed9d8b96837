namespace Conduit.Operations.Dev.Running;

/// <summary>A process's output: all of it in a file that does not grow without end, the last lines at hand.</summary>
internal sealed class ProcessLog(string path) : IDisposable
{
    private const int Tail = 20;
    private const long Largest = 1 << 20;

    private readonly Queue<string> _tail = new();
    private StreamWriter? _file;
    private bool _closed;

    /// <summary>The last lines, at most 20.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_tail)
            {
                return [.. _tail];
            }
        }
    }

    /// <summary>A new run: lines of the one before explain nothing any more.</summary>
    public void Begin()
    {
        lock (_tail)
        {
            _tail.Clear();
        }
    }

    public void Append(string line)
    {
        lock (_tail)
        {
            _tail.Enqueue(line);

            if (_tail.Count > Tail)
            {
                _tail.Dequeue();
            }
        }

        try
        {
            AppendToFile(line);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // A full disk, or the mesh's end, must not keep the process from writing on.
            Close();
        }
    }

    public void Dispose() => Close();

    private void AppendToFile(string line)
    {
        if (_closed)
        {
            return;
        }

        _file ??= Open();
        _file.WriteLine(line);

        if (_file.BaseStream.Length > Largest)
        {
            _file.Dispose();
            File.Move(path, path + ".old", overwrite: true);
            _file = Open();
        }
    }

    private void Close()
    {
        _closed = true;
        _file?.Dispose();
        _file = null;
    }

    private StreamWriter Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: true) { AutoFlush = true };
    }
}
