using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class LayerTests
{
    [Fact]
    public void Every_type_uses_only_the_layers_it_may() => Convention.Holds(
        "A type uses a layer that its own may not use: move one of the two to the folder it belongs in, or turn the dependency round by an interface.",
        from type in SdkTypes.Outermost
        let layer = LayerRules.Of(type)
        where layer is not null
        from use in TypeReferences.Of(type)
        let target = LayerRules.Of(use.Key)
        where target is not null && !LayerRules.Allow(type, layer.Value, use.Key, target.Value)
        select $"{layer}: {type.Name} uses {use.Key.Name} of {target}, at {use.Value}; {layer} may use: {LayerRules.Describe(layer.Value)}.");

    [Fact]
    public void Every_type_has_a_source_that_tells_its_layer() => Convention.Holds(
        "The layer of a type is the folder of its source: declare it at the first column of a file under src/TaskPlatform.Client.",
        from type in SdkTypes.Outermost where LayerRules.Of(type) is null select type.FullName);

    [Fact]
    public void The_walker_sees_declarations_members_code_and_lambdas() =>
        TypeReferences.Of(typeof(LayerSample)).Keys.Should().Contain(
            [typeof(ISampleBase), typeof(SampleField), typeof(SampleCall), typeof(SampleInLambda), typeof(SampleArgument), typeof(SampleCaught)]);
}
