using System.Reflection;
using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Prints the members of a type that a user sees, one a line: constants, constructors, properties, methods, operators.</summary>
internal static class ApiMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IEnumerable<string> Of(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")
        :
        [
            .. Sorted(type.GetFields(Declared).Where(static field => ApiAccess.IsVisible(field)), Field),
            .. Sorted(type.GetConstructors(Declared).Where(ApiAccess.IsVisible), static constructor =>
                $"{ApiAttributes.Of(constructor.CustomAttributes)}{ApiAccess.Of(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})"),
            .. Sorted(type.GetProperties(Declared).Where(static property => property.GetAccessors(nonPublic: true).Any(ApiAccess.IsVisible)), Property),
            .. Sorted(type.GetEvents(Declared).Where(static one => ApiAccess.IsVisible(one.AddMethod!)), static one => $"event {one.EventHandlerType!.Name} {one.Name}"),
            .. Sorted(Methods(type).Where(static method => !method.IsSpecialName), Method),
            .. Sorted(Methods(type).Where(static method => method.IsSpecialName), Operator),
        ];

    /// <summary>The parameters of a method, or of what a delegate calls.</summary>
    internal static string Parameters(MethodBase method)
    {
        string extended = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extended + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    internal static string Returned(MethodInfo method) => ApiName.Of(method.ReturnType, NullableFlags.Of(method.ReturnParameter));

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> members, Func<T, string> print)
        where T : MemberInfo =>
        members.OrderBy(static member => member.Name, StringComparer.Ordinal).ThenBy(print, StringComparer.Ordinal).Select(print);

    // What the compiler adds to every record goes without saying, save how it is taken apart.
    private static IEnumerable<MethodInfo> Methods(Type type) => type.GetMethods(Declared).Where(static method =>
        ApiAccess.IsVisible(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && (!method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name == "Deconstruct"));

    private static string Field(FieldInfo field)
    {
        string type = ApiName.Of(field.FieldType, NullableFlags.Of(field));
        return field.IsLiteral
            ? $"const {type} {field.Name} = {ApiName.OfValue(field.GetRawConstantValue(), field.FieldType)}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(ApiAccess.IsVisible)];
        MethodInfo widest = accessors.FirstOrDefault(static one => one.IsPublic) ?? accessors[0];
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string type = ApiName.Of(property.PropertyType, NullableFlags.Of(property));
        string name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        string body = string.Concat(accessors.Select(one => $"{(one.IsPublic == widest.IsPublic ? "" : ApiAccess.Of(one))}{AccessorName(one)}; "));
        return $"{ApiAttributes.Of(property.CustomAttributes)}{ApiAccess.Of(widest)}{ApiAccess.Modifiers(widest)}{required}{type} {name} {{ {body}}}";
    }

    private static string AccessorName(MethodInfo accessor) =>
        accessor.ReturnType != typeof(void) ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init"
        : "set";

    private static string Method(MethodInfo method) =>
        $"{ApiAttributes.Of(method.CustomAttributes)}{ApiAccess.Of(method)}{ApiAccess.Modifiers(method)}{Returned(method)} {method.Name}"
        + $"{ApiGenerics.Parameters(method.GetGenericArguments())}({Parameters(method)}){ApiGenerics.Constraints(method.GetGenericArguments())}";

    private static string Operator(MethodInfo method)
    {
        string symbol = method.Name switch
        {
            "op_Equality" => "==",
            "op_Inequality" => "!=",
            _ => method.Name[3..],
        };
        string head = method.Name is "op_Implicit" or "op_Explicit"
            ? $"{method.Name[3..].ToLowerInvariant()} operator {Returned(method)}"
            : $"{Returned(method)} operator {symbol}";
        return $"{ApiAttributes.Of(method.CustomAttributes)}static {head}({Parameters(method)})";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string way = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        string usual = parameter.HasDefaultValue ? $" = {ApiName.OfValue(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{ApiAttributes.Of(parameter.CustomAttributes)}{way}{ApiName.Of(parameter.ParameterType, NullableFlags.Of(parameter))} {parameter.Name}{usual}";
    }
}
