namespace TaskPlatform.Client.Trimmed.Shapes;

/// <summary>Types of every kind that can be asked for.</summary>
internal static class AnswerShapes
{
    internal static IReadOnlyList<AnswerShape> All { get; } =
    [
        new AnswerShape<Verdict>(
            ShapeJson.Default.Verdict,
            """{"text":"str","ok":"bool","score":"int","ratio":"number"}""",
            """{"text":"fine","ok":true,"score":3,"ratio":0.25}"""),
        new AnswerShape<Parcel>(
            ShapeJson.Default.Parcel,
            """{"carrier":"str","sender":{"type":"object","nested_structure":{"city":"str","geo":{"type":"object","nested_structure":{"lat":"number","lon":"number"}}}},"receiver":{"type":"object","nested_structure":{"city":"str","geo":{"type":"object","nested_structure":{"lat":"number","lon":"number"}}}}}""",
            """{"carrier":"Greyline","sender":{"city":"Riga","geo":{"lat":56.9,"lon":24.1}},"receiver":{"city":"Porto","geo":{"lat":41.1,"lon":-8.6}}}"""),
        new AnswerShape<Lists>(
            ShapeJson.Default.Lists,
            """{"words":{"type":"list","item_type":"str"},"numbers":{"type":"list","item_type":"int"},"flags":{"type":"list","item_type":"bool"},"ratios":{"type":"list","item_type":"number"}}""",
            """{"words":["a","b"],"numbers":[1,2],"flags":[true],"ratios":[]}"""),
        new AnswerShape<Order>(
            ShapeJson.Default.Order,
            """{"lines":{"type":"list","item_type":"object","nested_structure":{"name":"str","parts":{"type":"list","item_type":"object","nested_structure":{"sku":"str","count":"int"}}}}}""",
            """{"lines":[{"name":"lamp","parts":[{"sku":"L1","count":2}]},{"name":"vase","parts":[]}]}"""),
        new AnswerShape<Triage>(
            ShapeJson.Default.Triage,
            """{"severity":{"type":"str","options":["None","Cosmetic","Total"]},"tone":{"type":"str","options":["very_formal","casual"]},"colour":{"type":"str","options":["Red","Green"]},"second":{"type":"str","options":["Red","Green"]}}""",
            """{"severity":"Cosmetic","tone":"very_formal","colour":"Green","second":"Red"}"""),
        new AnswerShape<Sparse>(
            ShapeJson.Default.Sparse,
            """{"note":"str","count":"int","ok":"bool","severity":{"type":"str","options":["None","Cosmetic","Total"]},"at":{"type":"object","nested_structure":{"lat":"number","lon":"number"}},"numbers":{"type":"list","item_type":"int"}}""",
            """{"note":null,"count":null,"ok":false,"severity":null,"at":null,"numbers":[1,null]}"""),
        new AnswerShape<Invoice>(
            ShapeJson.Default.Invoice,
            """{"total":"number","vat_rate":"number","number":"int","weight":"number","pages":"int"}""",
            """{"total":1234.50,"vat_rate":0.21,"number":9007199254740993,"weight":1.5,"pages":7}"""),
        new AnswerShape<Appointment>(
            ShapeJson.Default.Appointment,
            """{"day":"str","at":"str","local":"str","opens":"str","lasts":"str","id":"str","link":"str"}""",
            """{"day":"2026-11-26","at":"2026-11-26T22:30:00+01:00","local":"2026-11-26T22:30:00","opens":"08:15:00","lasts":"01:30:00","id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","link":"https://example.org/a"}"""),
        new AnswerShape<Person>(
            ShapeJson.Default.Person,
            """{"age":"int","name":"str","e-mail":"str","aliases":{"type":"list","item_type":"str"}}""",
            """{"age":41,"name":"Ada","e-mail":"ada@example.org","aliases":["A"]}"""),
        new AnswerShape<Sum>(
            ShapeJson.Default.Sum,
            """{"left":"int","right":"int","sum":"int"}""",
            """{"left":1,"right":2,"sum":3}"""),
        new AnswerShape<Reply>(
            ShapeJson.Default.Reply,
            Reply.Format,
            """{"text":"Hola","language":"es","tags":["a"],"severity":"Total"}"""),
    ];
}
