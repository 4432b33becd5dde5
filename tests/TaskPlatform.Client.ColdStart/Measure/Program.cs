// How long two programs take from their start to their first answer: one made with the client, one written by hand.
// Both are published alike, then started in turn; the server is here, so its work counts for neither.
//
//   dotnet run -c Release --project tests/TaskPlatform.Client.ColdStart/Measure [-- rounds]
using System.Globalization;
using TaskPlatform.Client.ColdStart;

int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40;
ComparedProgram sdk = await ComparedProgram.PublishAsync("Sdk");
ComparedProgram byHand = await ComparedProgram.PublishAsync("ByHand");

await using AnsweringServer server = await AnsweringServer.StartAsync();
string[] arguments = [server.Address, .. AnsweringServer.Ids];
for (int round = -3; round < rounds; round++)
{
    // Who goes first changes, so that neither always follows the other.
    foreach (ComparedProgram program in round % 2 == 0 ? [sdk, byHand] : (ComparedProgram[])[byHand, sdk])
    {
        TimeSpan time = await program.StartAsync(arguments, AnsweringServer.Text);
        if (round >= 0)
        {
            program.Times.Add(time);
        }
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answer, {rounds} starts each, milliseconds"));
Console.WriteLine($"{"",-10}{"min",8}{"median",8}{"max",8}");
Console.WriteLine(sdk);
Console.WriteLine(byHand);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio, start by start, median: {Median.Of(sdk.Times.Zip(byHand.Times, static (ours, theirs) => ours / theirs)):F3}"));
