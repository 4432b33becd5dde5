using FluentAssertions;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Tasks;
using TaskPlatform.Client.Tests.Agents;
using TaskPlatform.Client.Tests.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Contract;

public sealed class RequestMembersTests
{
    [Fact]
    public void Every_key_of_both_updates_is_in_the_table_of_members()
    {
        UpdateTaskRequestMembers.All.Select(static member => member.Key).Should().Equal(ContractKeys.All[nameof(UpdateTaskRequest)]);
        UpdateTaskAgentRequestMembers.All.Select(static member => member.Key).Should().Equal(ContractKeys.All[nameof(UpdateTaskAgentRequest)]);
    }

    [Fact]
    public void Every_key_of_a_new_task_is_known_not_to_be_a_further_one() =>
        CreateTaskRequestChecks.Keys.Should().Equal(ContractKeys.All[nameof(CreateTaskRequest)]);

    [Fact]
    public void The_table_of_members_sees_what_is_set()
    {
        foreach ((string name, (UpdateTaskRequest request, _)) in UpdateTaskRequestCases.All.Where(static entry => entry.Key.Contains(':') && !entry.Key.StartsWith("additional", StringComparison.Ordinal)))
        {
            UpdateTaskRequestMembers.Set(request).Should().Equal(name.Split(':')[0]);
        }

        foreach ((string name, (UpdateTaskAgentRequest request, _)) in UpdateTaskAgentRequestCases.All.Where(static entry => entry.Key.Contains(':')))
        {
            UpdateTaskAgentRequestMembers.Set(request).Should().Equal(name.Split(':')[0]);
        }
    }

    [Fact]
    public void Every_key_is_tried_with_a_value_and_with_null_and_lists_empty_too()
    {
        foreach (string key in ContractKeys.All[nameof(UpdateTaskRequest)])
        {
            bool takesNull = key is not ("test" or "input_processors");
            UpdateTaskRequestCases.All.Keys.Should().Contain(key + ": value");
            UpdateTaskRequestCases.All.ContainsKey(key + ": null").Should().Be(takesNull, key);
        }

        foreach (string key in ContractKeys.All[nameof(UpdateTaskAgentRequest)])
        {
            UpdateTaskAgentRequestCases.All.Keys.Should().Contain([key + ": value", key + ": null"]);
        }

        Lists<UpdateTaskRequest>().Should().BeSubsetOf(UpdateTaskRequestCases.All.Keys);
        Lists<UpdateTaskAgentRequest>().Should().BeSubsetOf(UpdateTaskAgentRequestCases.All.Keys);
    }

    private static IEnumerable<string> Lists<T>() => typeof(T)
        .GetProperties()
        .Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(OptionalList<>))
        .Select(static property => property.GetCustomAttributes(false).OfType<System.Text.Json.Serialization.JsonPropertyNameAttribute>().Single().Name + ": []");
}
