import Glibc

/// Line editing and recall of earlier answers by libedit, where a terminal can do it and the library
/// is installed; else a prompt reads plain lines.
///
/// The library is looked up when somebody is asked first, so that commands that ask nothing neither
/// load nor need it. Its global state is touched by one question at a time.
enum LineEditor {
  private typealias ReadLine =
    @convention(c) (UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  private typealias AddHistory = @convention(c) (UnsafePointer<CChar>?) -> Int32

  private struct Library {
    let readLine: ReadLine
    let addHistory: AddHistory
  }

  /// Nil where it isn't installed, or lacks what is needed.
  private static let library: Library? = {
    guard let handle = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL),
      let readLine = dlsym(handle, "readline"), let addHistory = dlsym(handle, "add_history"),
      let input = stream(0, "r"), let output = stream(2, "w"),
      set("rl_instream", of: handle, to: input), set("rl_outstream", of: handle, to: output),
      set("rl_getc_function", of: handle, to: PromptInput.nextCharacter)
    else { return nil }
    // Names of functions that libedit declares so in <editline/readline.h>.
    return Library(
      readLine: unsafeBitCast(readLine, to: ReadLine.self),
      addHistory: unsafeBitCast(addHistory, to: AddHistory.self))
  }()

  /// Whether the terminal that answers come from can be edited on.
  static func isUsable(input: Int32, output: Int32) -> Bool {
    guard input == STDIN_FILENO, output == STDERR_FILENO else { return false }
    guard let terminal = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !["", "dumb"].contains(terminal) && library != nil
  }

  /// The line typed, without its end; nil when the input ended or a signal came first.
  static func line(asking question: String) -> [UInt8]? {
    guard let library else { return nil }
    _ = localeForCharacters
    guard let typed = library.readLine(question) else { return nil }
    defer { free(typed) }
    let bytes = Array(UnsafeRawBufferPointer(start: typed, count: strlen(typed)))
    if !bytes.isEmpty { _ = library.addHistory(typed) }
    return bytes
  }

  /// libedit counts characters as the C library's locale has them: without UTF-8 it would take each
  /// byte of a Japanese character for one.
  private static let localeForCharacters: Void = {
    if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" {
      return
    }
    _ = setlocale(LC_CTYPE, "C.UTF-8")
  }()

  /// A stream of its own on a descriptor, which lives as long as the process.
  private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    return copy < 0 ? nil : fdopen(copy, mode)
  }

  /// - Parameter value: of the type that the library's header gives the variable.
  private static func set<Value>(
    _ name: String, of handle: UnsafeMutableRawPointer, to value: Value
  ) -> Bool {
    guard let variable = dlsym(handle, name) else { return false }
    variable.assumingMemoryBound(to: Value.self).pointee = value
    return true
  }
}
