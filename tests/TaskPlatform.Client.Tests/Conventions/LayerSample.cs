namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Uses other types in every way the walker must see.</summary>
internal sealed class LayerSample : ISampleBase
{
    private readonly SampleField[] fields = [];

    internal Func<Task<object>> Act => async () =>
    {
        try
        {
            await Task.Yield();
            return (fields.Length, new SampleInLambda(), new List<SampleArgument>(), SampleCall.Make());
        }
        catch (SampleCaught caught)
        {
            return caught;
        }
    };
}

internal interface ISampleBase;

internal sealed class SampleField;

internal sealed class SampleInLambda;

internal sealed class SampleArgument;

internal static class SampleCall
{
    internal static int Make() => 1;
}

internal sealed class SampleCaught : Exception;
