using Conduit.Model.Quantities;

namespace Conduit.Model.Tests.Quantities;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("2", 2)]
    [InlineData("0.5", 0.5)]
    [InlineData("250m", 0.25)]
    [InlineData("1k", 1_000)]
    [InlineData("1M", 1_000_000)]
    [InlineData("1Ki", 1_024)]
    [InlineData("64Mi", 67_108_864)]
    [InlineData("1.5Gi", 1_610_612_736)]
    [InlineData("1E", 1e18)]
    [InlineData("1e3", 1_000)]
    [InlineData("12E-1", 1.2)]
    public void A_quantity_has_an_amount_and_keeps_its_spelling(string text, double amount)
    {
        Assert.True(Quantity.TryParse(text, out var quantity));
        Assert.Equal(amount, quantity.Amount, precision: 6);
        Assert.Equal(text, quantity.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1K")]
    [InlineData("1mi")]
    [InlineData("Mi")]
    [InlineData("1 Mi")]
    [InlineData("1e1000")]
    public void What_is_none_is_refused(string? text) => Assert.False(Quantity.TryParse(text, out _));

    [Fact]
    public void Quantities_compare_by_amount()
    {
        Assert.True(Quantity.TryParse("1Gi", out var more) & Quantity.TryParse("1000Mi", out var less));
        Assert.True(more > less && less < more && more >= less && less <= more);
    }
}
