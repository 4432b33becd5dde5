using System.Reflection;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Diagnostics;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

/// <summary>Alerts and filters are written against these: an id is never given to another event.</summary>
public sealed class LogEventTests
{
    [Fact]
    public void Event_ids_are_stable() =>
        typeof(CallLog).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .OrderBy(static message => message.EventId)
            .Select(static message => $"{message.EventId} {message.EventName} {message.Level}")
            .Should().Equal(
                "1 CallAnswered Debug",
                "2 CallRepeated Information",
                "3 CallFailed Warning",
                "4 BearerRefused Information",
                "5 FallbackUsed Warning",
                "6 FallbackRefused Warning",
                "20 TokenBackgroundRenewalFailed Warning");
}
