using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Conduit.Grpc;

public sealed partial class Metadata
{
    /// <summary>One key with its text or, where the key ends in <c>-bin</c>, its bytes.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The library that this one stands in for nests it.")]
    public sealed class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

        private static readonly SearchValues<char> TextCharacters = SearchValues.Create(
            [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        public Entry(string key, string value)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinary)
            {
                throw new ArgumentException($"Only keys that do not end in '{BinaryHeaderSuffix}' carry text.", nameof(key));
            }

            if (!IsText(value))
            {
                throw new ArgumentException($"The value of '{key}' is not printable ASCII; send it as bytes.", nameof(value));
            }

            _value = value;
        }

        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
            {
                throw new ArgumentException($"Only keys that end in '{BinaryHeaderSuffix}' carry bytes.", nameof(key));
            }

            _valueBytes = [.. valueBytes];
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the key ends in <c>-bin</c>.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text of an entry that is not binary.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value => _value ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <summary>The bytes of a binary entry, or the text's as ASCII.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(_value!) : [.. _valueBytes];

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(_valueBytes!)}]"
            : $"[Entry: key={Key}, value={_value}]";

        internal static bool IsKey(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(KeyCharacters);

        internal static bool IsText(string value) => !value.AsSpan().ContainsAnyExcept(TextCharacters);

        [SuppressMessage("Globalization", "CA1308", Justification = "Header names are lower case in HTTP/2.")]
        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);

            return IsKey(key)
                ? key.ToLowerInvariant()
                : throw new ArgumentException($"'{key}' is no metadata key: only letters, digits, '_', '-' and '.' are.", nameof(key));
        }
    }
}
