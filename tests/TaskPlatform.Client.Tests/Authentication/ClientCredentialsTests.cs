using System.Net;
using System.Text;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class ClientCredentialsTests
{
    [Fact]
    public async Task Sends_the_grant_type_alone_in_the_form_by_default()
    {
        using var lab = new TokenSourceLab();

        await lab.GetTextAsync();

        lab.Endpoint.LastForm.Should().Equal("grant_type=client_credentials");
        lab.Endpoint.LastGrant.Repeatable.Should().BeTrue();
    }

    [Fact]
    public async Task Joins_scopes_by_blanks()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ClientCredentials("id", "secret", ["offline_access", "tasks"]));

        await lab.GetTextAsync();

        lab.Endpoint.LastForm.Should().Equal("grant_type=client_credentials", "scope=offline_access tasks");
        lab.Endpoint.LastGrant.Repeatable.Should().BeTrue();
    }

    [Theory]
    [InlineData("id", "s3cr3t+/%: ~!", "id", "s3cr3t%2B%2F%25%3A+~%21")]
    [InlineData("a:b c", "ü€𝄞", "a%3Ab+c", "%C3%BC%E2%82%AC%F0%9D%84%9E")]
    public async Task Form_url_encodes_id_and_secret_before_Basic(string id, string secret, string encodedId, string encodedSecret)
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ClientCredentials(id, secret));

        await lab.GetTextAsync();

        string sent = Encoding.ASCII.GetString(Convert.FromBase64String(lab.Endpoint.LastGrant.BasicCredentials!));
        sent.Should().Be($"{encodedId}:{encodedSecret}");
        sent.Split(':').Select(WebUtility.UrlDecode).Should().Equal(id, secret);
    }

    [Fact]
    public async Task Sends_id_and_secret_as_they_are_in_the_form_when_told_to()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ClientCredentials("id", "s3cr3t+/%: ~!"), ClientAuthentication.Form);

        await lab.GetTextAsync();

        lab.Endpoint.LastGrant.BasicCredentials.Should().BeNull();
        lab.Endpoint.LastForm.Should().Equal(
            "grant_type=client_credentials", "client_id=id", "client_secret=s3cr3t+/%: ~!");
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("BEARER")]
    [InlineData(null)]
    public async Task Takes_bearer_in_any_case_and_a_missing_type(string? type)
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = _ => ScriptedTokenEndpoint.Token("token", 60, type);

        (await lab.GetTextAsync()).Should().Be("token");
    }

    [Theory]
    [InlineData("mac")]
    [InlineData("")]
    public async Task Refuses_a_token_of_another_type_and_says_so(string type)
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = _ => ScriptedTokenEndpoint.Token("token", 60, type);

        (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>())
            .Which.Message.Should().Contain("token_type is not bearer");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Refuses_an_answer_without_a_token(string? token)
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = _ => ScriptedTokenEndpoint.Token(token!, 60);

        (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>())
            .Which.Message.Should().Contain("no access_token");
    }

    [Fact]
    public async Task Refuses_a_token_that_no_header_carries_without_showing_it()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = static _ => ScriptedTokenEndpoint.Token("marker\r\nX-Evil: 1", 60);

        (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>())
            .Which.ToString().Should().Contain("characters that no header carries").And.NotContain("marker");
    }

    [Fact]
    public async Task A_grant_shows_no_secret()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ClientCredentials("id", "marker"), ClientAuthentication.Form);

        await lab.GetTextAsync();

        lab.Endpoint.LastGrant.ToString().Should().Be("TokenGrant client_credentials");
    }

    [Theory]
    [InlineData(ClientAuthentication.Basic)]
    [InlineData(ClientAuthentication.Form)]
    public async Task A_grant_names_what_must_be_masked_in_the_endpoints_own_text(ClientAuthentication way)
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ClientCredentials("id", "marker"), way);

        await lab.GetTextAsync();

        lab.Endpoint.LastGrant.Secrets.Should().BeEquivalentTo(way == ClientAuthentication.Basic ? ["marker", lab.Endpoint.LastGrant.BasicCredentials!] : (string[])["marker"]);
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("id", "")]
    [InlineData(null, "secret")]
    [InlineData("id", null)]
    public void Needs_an_id_and_a_secret(string? id, string? secret)
    {
        FluentActions.Invoking(() => TaskPlatformCredential.ClientCredentials(id!, secret!)).Should().Throw<ArgumentException>();
    }
}
