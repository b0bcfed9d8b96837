namespace Conduit.Init.Redirection;

internal enum IpFamily
{
    V4,
    V6,
}
