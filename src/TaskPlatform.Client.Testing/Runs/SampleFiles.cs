namespace TaskPlatform.Client.Testing.Runs;

/// <summary>The smallest files of their kinds, for runs that were not told what to produce.</summary>
internal static class SampleFiles
{
    /// <summary>One pixel.</summary>
    public static readonly FakeFile Image = new("image.png", Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    /// <summary>One silent frame: the header of MPEG-1 layer III, 128 kbit/s, 44.1 kHz, and zeros up to its 417 bytes.</summary>
    public static readonly FakeFile Audio = new("speech.mp3", (byte[])[0xFF, 0xFB, 0x90, 0x00, .. new byte[413]]);

    /// <summary>One empty page.</summary>
    public static readonly FakeFile Pdf = new("document.pdf", """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);

    /// <summary>A head and a row.</summary>
    public static readonly FakeFile Csv = new("output.csv", "name,value\nsample,1\n");
}
