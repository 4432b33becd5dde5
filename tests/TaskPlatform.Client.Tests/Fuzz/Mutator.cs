using System.Text;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Makes a damaged answer out of a good one: same draw, same bytes.</summary>
internal static class Mutator
{
    private static readonly byte[][] Whole =
        [[], [.. "null"u8], [.. "{}"u8], [.. "[]"u8], [.. "\"\""u8], [.. " \n"u8], [.. "5"u8], [.. "true"u8], [0xEF, 0xBB, 0xBF], [0], [.. "<!DOCTYPE html><html></html>"u8], [.. "upstream request timeout"u8]];

    internal static byte[] Damage(FuzzSeeds seeds, Random random)
    {
        if (random.Next(200) == 0)
        {
            return TreeMutator.One(Whole, random);
        }

        JsonTree tree = TreeMutator.One(seeds.Trees, random).Copy();
        for (int times = random.Next(5); times > 0; times--)
        {
            TreeMutator.Damage(tree, random);
        }

        var text = new StringBuilder();
        tree.Write(text);
        byte[] body = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(4) == 0)
        {
            for (int times = random.Next(1, 4); times > 0; times--)
            {
                body = ByteMutator.Damage(body, seeds.Bodies, random);
            }
        }

        return body;
    }
}
