import Foundation
import PackagePlugin

/// Runs `EmbedSchema` over the folder that a target carries, whenever one of its files changed.
@main
struct SchemaPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let (name, ending) = target.name == "Subsidy" ? ("rules", ".json") : ("schema", ".sql")
    let folder = context.package.directoryURL.appendingPathComponent(name, isDirectory: true)
    // Folders count, too: their time changes with the files in them, so that new ones are noticed.
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embed \(name)/",
        executable: try context.tool(named: "EmbedSchema").url,
        arguments: [folder.path, ending, output.path],
        inputFiles: [folder] + paths.map { folder.appendingPathComponent($0) },
        outputFiles: [output])
    ]
  }
}
