using System.Reflection;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Who may use a member, and how it may be overridden.</summary>
internal static class ApiAccess
{
    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    internal static bool IsVisible(FieldInfo field) => !field.IsSpecialName && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    /// <summary>Nothing for a public member, which is what most are.</summary>
    internal static string Of(MethodBase method) => method.IsPublic ? "" : "protected ";

    internal static string Modifiers(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => method.IsFinal && !method.DeclaringType!.IsSealed ? "sealed override " : "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };
}
