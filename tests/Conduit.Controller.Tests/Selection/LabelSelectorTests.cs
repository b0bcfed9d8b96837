using Conduit.Controller.Selection;

namespace Conduit.Controller.Tests.Selection;

public sealed class LabelSelectorTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "web", ["env"] = "prod", ["app.kubernetes.io/name"] = "web" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web", true)]
    [InlineData("app=api", false)]
    [InlineData("app!=api", true)]
    [InlineData("app!=web", false)]
    [InlineData("missing!=x", true)]
    [InlineData("app in (web, api)", true)]
    [InlineData("app in (api)", false)]
    [InlineData("env notin (test,dev)", true)]
    [InlineData("env notin (prod)", false)]
    [InlineData("missing notin (x)", true)]
    [InlineData("app", true)]
    [InlineData("missing", false)]
    [InlineData("!missing", true)]
    [InlineData("!app", false)]
    [InlineData("app=web,env in (prod,test),!missing", true)]
    [InlineData("app=web,env=test", false)]
    [InlineData("app.kubernetes.io/name=web", true)]
    public void Conditions_are_those_of_kubectl(string text, bool expected) => Assert.Equal(expected, LabelSelector.Parse(text)?.Matches(Labels));

    [Theory]
    [InlineData("app=web,")]
    [InlineData("=web")]
    [InlineData("app in web")]
    [InlineData("app > 3 4")]
    [InlineData("a b")]
    public void Other_text_is_no_selector(string text) => Assert.Null(LabelSelector.Parse(text));
}
