// The main job of TaskPlatform.Client, told in nine steps. Each step is one file in Steps/: read them in this order.
// Without arguments everything happens on a platform embedded in this process. For a real account see Live/LiveTour.cs.
using Quickstart;
using Quickstart.Live;
using Quickstart.Steps;
using TaskPlatform.Client;

if (args.Length > 0)
{
    return await LiveProgram.RunAsync(args);
}

using var project = new EmbeddedProject();
using var client = new TaskPlatformClient(project.Options, project.Platform);
using var folder = new TemporaryFolder();

var report = new Report("The platform is embedded in this process: no account, no network, nothing is charged.");
try
{
    report.Step("Get a token and change a task");
    Guid before = project.Translate.Revisions[0].Id;
    Guid changed = await ChangeTask.RunAsync(client, project, report);

    report.Step("Make the new revision live, then split the traffic");
    await GoLive.RunAsync(client, project, before, changed, report);

    report.Step("Run tasks of all six modalities");
    await RunEveryModality.RunAsync(client, project, folder, report);

    report.Step("Send a file, save a file");
    await SendAndSaveFiles.RunAsync(client, project, folder, report);

    report.Step("Run one revision by its id, one by its tag");
    await ChooseRevision.RunAsync(client, project, changed, report);

    report.Step("Let the fallback model answer");
    await FallBack.RunAsync(client, project, report);

    report.Step("Change an agent and make it live");
    await ChangeAgent.RunAsync(client, project, report);

    report.Step("Be refused, and read why");
    await ReadRefusals.RunAsync(client, project, report);

    report.Step("Look back");
    report.Line("calls", $"{project.Platform.Requests.Count}");
    report.Check("one token was enough for all of them", project.Platform.TokensIssued == 1);
}
catch (TaskPlatformException failure)
{
    report.Fail(failure);
}

return report.Finish();
