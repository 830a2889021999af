import Testing

@Suite("The command line's grammar")
struct ParserTests {
  @Test("What every command takes may stand before the command")
  func leading() async throws {
    try await withOrganization { pdca throws in
      let after = try pdca("department", "list", "--lang", "ja", "--json")
      #expect(after.status == 0)
      #expect(try pdca("--json", "--lang", "ja", "department", "list") == after)
    }
  }

  @Test("A word below a command that isn't one is refused with what comes near")
  func unknown() async throws {
    try await withCommandLine { pdca throws in
      let run = try pdca("kpi", "recrod")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: there is no command recrod.
            Did you mean record?
            See what there is:  pdca kpi --help

          """)
    }
  }

  @Test(
    "The parser speaks Japanese too",
    arguments: [
      (
        ["check"],
        """
        エラー: 引数 <cycle> が指定されていません。
        説明:  <cycle>  ミニPDCAの ID。
        使い方: pdca check [<options>] <cycle>
          詳細は pdca check --help で表示できます。
        """
      ),
      (
        ["plan", "--nope"],
        """
        エラー: オプション --nope はありません。--on のことですか?
        使い方: pdca plan [<options>] [<title>]
          詳細は pdca plan --help で表示できます。
        """
      ),
      (
        ["check", "1", "--verdict", "x"],
        """
        エラー: 値 'x' は --verdict <verdict> に使えません。次のいずれかを指定してください: 'met'、'partly'、'missed'、'notMeasured'。
        説明:  --verdict <verdict>  計算上の判定と異なる判定 (met、partly、missed)。
        使い方: pdca check [<options>] <cycle>
          詳細は pdca check --help で表示できます。
        """
      ),
      (
        ["kpi", "define", "x", "--direction", "sideways"],
        """
        エラー: 値 'sideways' は --direction <direction> に使えません。次のいずれかを指定してください: 'up'、'down'、'neutral'。
        説明:  --direction <direction>  良い方向（up、down、neutral）。
        使い方: pdca kpi define [<options>] [<code>] [<name>]
          詳細は pdca kpi define --help で表示できます。
        """
      ),
    ])
  func japanese(_ line: [String], _ text: String) async throws {
    try await withCommandLine { pdca throws in
      let run = try pdca.japanese.run(line)
      #expect(run.status == 64)
      #expect(run.output == "")
      #expect(run.errors == text + "\n")
    }
  }
}
