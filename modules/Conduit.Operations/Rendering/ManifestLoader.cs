using System.Text;
using Conduit.Manifests;
using Conduit.Model.Failures;

namespace Conduit.Operations.Rendering;

/// <summary>Reads manifests from files, from the files of a folder, from stdin and from the web.</summary>
/// <param name="input">Stdin.</param>
/// <param name="web">What fetches addresses; null is the system's own way.</param>
public sealed class ManifestLoader(Stream input, HttpMessageHandler? web = null)
{
    public const string StandardInput = "-";

    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(30);
    private static readonly string[] Extensions = [".yml", ".yaml", ".json"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="sources">Files, folders (their *.yml, *.yaml and *.json, by name), <c>-</c> for stdin, https addresses.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ConduitException">One of the sources cannot be read.</exception>
    public async Task<IReadOnlyList<ManifestText>> LoadAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            throw new ConduitException("NoManifest", "please specify a kubernetes resource file");
        }

        if (sources.Count(source => source == StandardInput) > 1)
        {
            throw new MisuseException("InputTwice", "- can be given only once");
        }

        var manifests = new List<ManifestText>();

        foreach (var source in sources.SelectMany(Expand))
        {
            manifests.Add(await ReadAsync(source, cancellationToken));
        }

        return manifests;
    }

    private static bool IsAddress(string source) =>
        source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static string[] Expand(string source)
    {
        if (source == StandardInput || IsAddress(source) || !Directory.Exists(source))
        {
            return [source];
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(source)
                .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new ConduitException("NoManifest", $"{source}: the folder has no *.yml, *.yaml or *.json file");
    }

    private async Task<ManifestText> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var name = source == StandardInput ? "standard input" : source;

        try
        {
            var bytes = source == StandardInput ? await ReadInputAsync(cancellationToken)
                : IsAddress(source) ? await FetchAsync(source, cancellationToken)
                : await File.ReadAllBytesAsync(source, cancellationToken);
            return new ManifestText(name, Decode(name, bytes));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ConduitException("ManifestUnreadable", $"{name}: there is no such file or folder", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            throw new ConduitException("ManifestUnreadable", $"{name}: {failure.Message}", failure);
        }
    }

    private async Task<byte[]> ReadInputAsync(CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private async Task<byte[]> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new MisuseException("AddressNotHttps", $"{address}: only https:// addresses are read");
        }

        using var client = new HttpClient(web ?? new SocketsHttpHandler(), disposeHandler: web is null) { Timeout = FetchLimit };

        try
        {
            return await client.GetByteArrayAsync(uri, cancellationToken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConduitException("ManifestUnreadable", $"{address}: no answer within {FetchLimit.TotalSeconds:0} s", late);
        }
    }

    // Strict, because a byte that is not understood could not be written back as it was.
    private static string Decode(string name, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new ConduitException("ManifestUnreadable", $"{name}: this is UTF-16, which Kubernetes does not read; save it as UTF-8");
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            throw new ConduitException("ManifestUnreadable", $"{name}: this is not UTF-8 text (byte {failure.Index + 1})", failure);
        }
    }
}
