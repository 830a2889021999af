import ArgumentParser
import Assistant
import Office

struct MCPCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "mcp",
      "Serve an assistant over standard input and output (Model Context Protocol), under your login.",
      "アシスタント向けのサーバーを標準入出力で動かします（Model Context Protocol）。権限は自分のログインと同じです。",
      examples: ["pdca mcp --lang ja --department SALES", "pdca mcp --database postgres://db/pdca"])
  }

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var department: DepartmentOption

  func run() async throws {
    let global = try GlobalOptions(connection)
    await Reception.serve(global) { answer in
      let configuration = try Configuration()
      let house = PremisesHouse(
        try Premises.find(global, configuration), program: Surroundings.program,
        deadline: try Premises.deadline)
      let usual = department.code ?? Surroundings.department ?? configuration["department"]
      var server = StdioServer(
        AssistantServer(
          house, language: answer.language, department: usual, version: ProgramVersion.text))
      await server.run()
    }
  }
}
