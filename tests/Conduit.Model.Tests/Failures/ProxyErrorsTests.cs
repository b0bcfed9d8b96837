using System.Text.RegularExpressions;
using Conduit.Model.Failures;
using Conduit.Testing.Repository;

namespace Conduit.Model.Tests.Failures;

public sealed partial class ProxyErrorsTests
{
    [Fact]
    public void Codes_are_CDT_and_four_digits_and_stand_for_one_error_each()
    {
        Assert.All(ProxyErrors.All, error => Assert.Matches("^CDT[0-9]{4}$", error.Code));
        Assert.Equal(ProxyErrors.All.Length, ProxyErrors.All.Select(error => error.Code).Distinct().Count());
    }

    [Fact]
    public void Every_error_of_the_class_is_listed()
    {
        var declared = typeof(ProxyErrors).GetProperties().Where(property => property.PropertyType == typeof(ProxyError));

        Assert.Equal(declared.Select(property => property.GetValue(null)).ToHashSet(), [.. ProxyErrors.All]);
    }

    [Fact]
    public void No_code_is_without_an_explanation() => Assert.All(ProxyErrors.All, error =>
    {
        string[] sentences = [error.Explanation.Meaning, error.Explanation.Culprit, error.Explanation.Remedy];
        Assert.All(sentences, sentence => Assert.Matches(@"^[A-Z].{20,}\.$", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    });

    [Fact]
    public void Codes_are_spelled_nowhere_else_in_what_we_ship()
    {
        var spelled = new[] { "modules", "sidecar", "server", "tools" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryFiles.At(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => File.ReadLines(path).Any(line => Code().IsMatch(line) && !line.StartsWith("///", StringComparison.Ordinal)))
            .Select(path => Path.GetFileName(path));

        Assert.Equal("ProxyErrors.cs", Assert.Single(spelled));
    }

    [Fact]
    public void The_header_carries_code_and_class() => Assert.Equal("CDT0101 connect", ProxyErrors.ConnectFailed.HeaderValue);

    [Fact]
    public void Statuses_are_those_of_the_contract()
    {
        Assert.All(ProxyErrors.All, error => Assert.Contains(error.HttpStatus, new[] { 400, 408, 431, 502, 503, 504, 508 }));
    }

    [GeneratedRegex(@"CDT\d{4}")]
    private static partial Regex Code();
}
