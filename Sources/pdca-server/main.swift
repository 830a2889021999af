import CanonicalJSON
import Glibc
import Logging
import Office
import OperatingSystem
import Page
import Sharing

// The programs that go on running, behind `pdca serve` and `pdca share run`: a program of its own, so that
// every other command starts as fast as if they weren't there. `pdca` reads the arguments; what is left of
// them arrives here as settings in the environment.
ProcessInput.holdStandardDescriptors()

switch CommandLine.arguments.dropFirst().first {
case "serve": await serve()
case "share":
  let program = Directory.resolved("/proc/self/exe") ?? CommandLine.arguments[0]
  exit(await ShareDoor(Array(CommandLine.arguments.dropFirst(2)), program: program).run())
default: leave("pdca-server is run by pdca: pdca serve, pdca share run", status: 64)
}

/// A line on standard output (1) or standard error (2), at once.
func tell(_ descriptor: Int32, _ line: String) {
  var text = line + "\n"
  text.withUTF8 { bytes in _ = write(descriptor, bytes.baseAddress, bytes.count) }
}

func leave(_ line: String, status: Int32) -> Never {
  tell(2, line)
  exit(status)
}

/// The pages, until told to stop.
func serve() async {
  let variables = ProcessEnvironment.variables()
  var logger = Logger(label: "pdca", factory: { StreamLogHandler.standardError(label: $0) })
  logger.logLevel = variables["PDCA_LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .info
  do {
    guard let text = variables[ServeSettings.variable] else {
      leave("pdca-server is run by pdca: pdca serve", status: 64)
    }
    let settings = try ServeSettings(JSON(parsing: text))
    try await PageServer.run(settings, logger: logger) { tell(1, $0) }
  } catch {
    leave(PageFailure.text(of: error), status: PageFailure.status(of: error))
  }
}
