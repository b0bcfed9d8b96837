namespace Conduit.Manifests.Tests.Faults;

public sealed class FaultTests
{
    [Theory]
    [InlineData("kind: Pod\n---\nkind: Pod\nspec:\n  containers:\n  - {name: a}\n b: c\n",
        "x.yml: document 2, line 7, column 2: while parsing a block mapping, did not find expected key")]
    [InlineData("a: 'b\n\nc: d\n", "x.yml: document 1, line 1, column 4: while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("a:\n\tb: c\n",
        "x.yml: document 1, line 2, column 1: while scanning a mapping, found invalid tab as indentation (indent with spaces)")]
    [InlineData("a: [1, 2\nb: c\n", "x.yml: document 1, line 2, column 1: found text that does not belong here")]
    [InlineData("a: {{ .Values.a }}\n",
        "x.yml: document 1, line 1, column 5: found a mapping where a key must be (a template must be rendered first)")]
    [InlineData("a:\n{{- if .b }}\n  c: d\n",
        "x.yml: document 1, line 2, column 3: while parsing a node, did not find expected node content (a template must be rendered first)")]
    [InlineData("a: b\nc: d\na: e\n", "x.yml: document 1, line 3, column 1: duplicate key \"a\", first on line 1")]
    [InlineData("a: *b\n", "x.yml: document 1, line 1, column 4: the alias *b has no anchor before it")]
    [InlineData("a: &b\n  c: *b\n", "x.yml: document 1, line 2, column 6: the alias *b has no anchor before it")]
    [InlineData("just text\n", "x.yml: document 1, line 1, column 1: expected an object, found a plain value")]
    [InlineData("- a\n- b\n", "x.yml: document 1, line 1, column 1: expected an object, found a sequence")]
    [InlineData("{\"a\": 1}\n{\"b\": 2}\n", "x.yml: document 1, line 2, column 1: did not find expected <document end>")]
    public void Bad_yaml_is_told_with_its_place(string text, string expected) => Assert.Equal(expected, Message(text));

    [Fact]
    public void Nesting_has_a_limit() => Assert.Contains("nested deeper than 100 levels", Message(new string('[', 10_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("spec: []", "spec must be a mapping, but is a sequence")]
    [InlineData("spec: {template: text}", "spec.template must be a mapping, but is a plain value")]
    [InlineData("spec: {template: {metadata: {labels: []}, spec: {containers: [{name: a}]}}}",
        "spec.template.metadata.labels must be a mapping, but is a sequence")]
    [InlineData("spec: {template: {spec: {containers: {}}}}", "spec.template.spec.containers must be a sequence, but is a mapping")]
    [InlineData("spec: {template: {spec: {containers: [a]}}}", "an element of spec.template.spec.containers must be a mapping, but is a plain value")]
    public void Wrong_types_are_told(string spec, string expected) =>
        Assert.EndsWith(expected, Message($"kind: Deployment\nmetadata: {{name: a}}\n{spec}\n"), StringComparison.Ordinal);

    [Fact]
    public void Items_of_a_list_must_be_a_sequence_of_objects()
    {
        Assert.EndsWith("items must be a sequence, but is a mapping", Message("kind: List\nitems: {}\n"), StringComparison.Ordinal);
        Assert.EndsWith("expected an object, found a plain value", Message("kind: List\nitems: [a]\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var problems = Problems("kind: Pod\nkind: Pod\nspec: []\n---\nkind: Deployment\nspec: 1\n");

        Assert.Equal([(1, 2), (1, 3), (2, 6)], problems.Select(problem => (problem.Document, problem.Line)));
    }

    [Theory]
    [InlineData("conduit.io/inject: maybe", "conduit.io/inject: expected enabled or disabled, got \"maybe\"")]
    [InlineData("config.conduit.io/proxy-uid: root", "config.conduit.io/proxy-uid: expected a user id of 1 or more, got \"root\"")]
    [InlineData("config.conduit.io/skip-inbound-ports: 80,x",
        "config.conduit.io/skip-inbound-ports: expected ports and ranges such as 25,8000-8010, got \"80,x\"")]
    [InlineData("config.conduit.io/metrics-port: 4143", "inbound-port and metrics-port must differ, but are both 4143")]
    public void A_workloads_own_settings_are_checked(string annotation, string expected) => Assert.EndsWith(
        expected,
        Message($"kind: Pod\nmetadata:\n  annotations:\n    {annotation}\nspec:\n  containers: [{{name: a}}]\n"),
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_setting_of_a_workload_is_a_warning()
    {
        var pod = "kind: Pod\nmetadata: {annotations: {config.conduit.io/proxy-colour: red}}\nspec: {containers: [{name: a}]}\n";

        var result = Injector.Inject(new ManifestText("x.yml", pod), Proxies.Native);

        Assert.Equal("its annotation config.conduit.io/proxy-colour is unknown and has no effect", Assert.Single(result.Reports.Single().Warnings));
    }

    private static string Message(string text) => string.Join('\n', Problems(text));

    private static IReadOnlyList<ManifestProblem> Problems(string text) =>
        Assert.Throws<ManifestException>(() => Injector.Inject(new ManifestText("x.yml", text), Proxies.Native)).Problems;
}
