using BenchmarkDotNet.Running;
using TaskPlatform.Client.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkSettings).Assembly).Run(args is [] ? ["--filter", "*"] : args, new BenchmarkSettings());
