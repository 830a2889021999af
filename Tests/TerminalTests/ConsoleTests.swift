import Bilingual
import Glibc
import OperatingSystem
import Terminal
import Testing

@Suite struct ConsoleTests {
  @Test("Output is kept back until it is flushed, and notes come after it")
  func buffers() {
    let out = Channel.pipe()
    let errors = Channel.pipe()
    defer { for channel in [out, errors] { channel.close() } }
    let console = Console(output: out.far, errors: errors.far)
    console.line("一行目")
    #expect(out.written() == "")
    console.note("careful")
    #expect(out.written() == "一行目\n")
    #expect(errors.written() == "careful\n")
    #expect(console.finish(.ok, language: .english) == 0)
  }

  @Test("A closed pipe ends quietly with the status of SIGPIPE")
  func closedPipe() {
    let out = Channel.pipe()
    let errors = Channel.pipe()
    defer { errors.close() }
    close(out.near)
    let console = Console(output: out.far, errors: errors.far)
    console.line("nobody reads this")
    #expect(console.isWritable)
    #expect(console.finish(.ok, language: .english) == 141)
    #expect(!console.isWritable)
    #expect(console.finish(.rule, language: .english) == 1)
    #expect(errors.written() == "")
    close(out.far)
  }

  @Test("A full disk is told, and is an input/output error")
  func fullDisk() {
    let full = open("/dev/full", O_WRONLY)
    let errors = Channel.pipe()
    defer { errors.close() }
    let console = Console(output: full, errors: errors.far)
    console.line("lost")
    #expect(console.finish(.ok, language: .english) == 74)
    #expect(
      errors.written() == """
        Error: the output is incomplete: writing it failed (No space left on device).
          Make room or choose another destination, then ask for the output again.
          What was saved before stays saved.

        """)
    close(full)
  }

  @Test("A write larger than a pipe holds arrives whole, through a slow reader")
  func partialWrites() {
    let out = Channel.pipe()
    let count = Channel.pipe()
    defer { count.close() }
    #expect(fcntl(out.far, F_SETFL, O_NONBLOCK) == 0)
    #expect(fcntl(out.far, F_SETFD, FD_CLOEXEC) == 0)
    let reader = run(
      "sleep 0.1; wc -c </proc/self/fd/\(out.near) >/proc/self/fd/\(count.far)")
    let console = Console(output: out.far, errors: out.far)
    console.write(String(repeating: "提案", count: 200_000))
    #expect(console.flush() == nil)
    out.close()
    waitpid(reader, nil, 0)
    #expect(count.written() == "1200000\n")
  }

  @Test("A terminal tells its width; where there is none it is 80")
  func size() throws {
    let terminal = Channel.terminal()
    let pipe = Channel.pipe()
    defer { for channel in [terminal, pipe] { channel.close() } }
    #expect(Console(output: terminal.far, errors: pipe.far).width == 40)
    #expect(Console(output: pipe.far, errors: pipe.far).width == 80)
    #expect(Descriptor.isTerminal(terminal.far))
    #expect(!Descriptor.isTerminal(pipe.far))
  }
}
