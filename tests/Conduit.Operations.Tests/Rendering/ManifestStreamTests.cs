using Conduit.Operations.Rendering;

namespace Conduit.Operations.Tests.Rendering;

public sealed class ManifestStreamTests
{
    [Theory]
    [InlineData(new[] { "\uFEFFa: b" }, "\uFEFFa: b")]
    [InlineData(new[] { "a: b", "c: d" }, "a: b\n---\nc: d")]
    [InlineData(new[] { "a: b\n", "---\nc: d\n" }, "a: b\n---\nc: d\n")]
    [InlineData(new[] { "", "a: b\n" }, "---\na: b\n")]
    [InlineData(new[] { "a: b\n", "\uFEFFc: d\n" }, "a: b\n---\nc: d\n")]
    [InlineData(new[] { "a: b\n", "%YAML 1.1\n---\nc: d\n" }, "a: b\n...\n%YAML 1.1\n---\nc: d\n")]
    public void Manifests_are_joined_as_documents(string[] manifests, string expected) => Assert.Equal(expected, ManifestStream.Join(manifests));
}
