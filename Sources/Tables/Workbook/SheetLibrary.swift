import Glibc

/// The C libraries that spreadsheets need, loaded when the first one is read or written: a command
/// that needs none starts as fast as without them. The functions stand as their headers declare
/// them; what they point to is opaque.
enum SheetLibrary: String {
  case zip, expat, xlsxwriter

  /// By the names under which distributions have it, the newest first.
  private var files: [String] {
    switch self {
    case .zip: ["libzip.so.5", "libzip.so.4", "libzip.so"]
    case .expat: ["libexpat.so.1", "libexpat.so"]
    case .xlsxwriter:
      [
        "libxlsxwriter.so.9", "libxlsxwriter.so.8", "libxlsxwriter.so.7",
        "libxlsxwriter.so.6", "libxlsxwriter.so.5", "libxlsxwriter.so.4", "libxlsxwriter.so",
      ]
    }
  }

  func load() throws(TableFault) -> LoadedLibrary {
    for file in files {
      if let handle = dlopen(file, RTLD_NOW | RTLD_LOCAL) {
        return LoadedLibrary(library: self, handle: handle)
      }
    }
    throw .noLibrary("lib\(rawValue)")
  }
}

/// A library in this process, which it never leaves.
struct LoadedLibrary {
  let library: SheetLibrary
  let handle: UnsafeMutableRawPointer

  /// - Parameter type: the function's, with the C calling convention.
  func function<Function>(_ name: String, as type: Function.Type) throws(TableFault) -> Function {
    guard let symbol = dlsym(handle, name) else { throw .noLibrary("lib\(library.rawValue)") }
    return unsafeBitCast(symbol, to: type)
  }
}
