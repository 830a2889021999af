import Glibc

/// A ZIP file that is read by libzip. What comes out of it is bounded, whatever its directory says.
final class ZipArchive {
  private typealias Open =
    @convention(c) (UnsafePointer<CChar>, Int32, UnsafeMutablePointer<Int32>?) -> OpaquePointer?
  private typealias Discard = @convention(c) (OpaquePointer) -> Void
  private typealias OpenEntry =
    @convention(c) (OpaquePointer, UnsafePointer<CChar>, UInt32) -> OpaquePointer?
  private typealias Read =
    @convention(c) (OpaquePointer, UnsafeMutableRawPointer?, UInt64) -> Int64
  private typealias CloseEntry = @convention(c) (OpaquePointer) -> Int32

  private typealias Count = @convention(c) (OpaquePointer, UInt32) -> Int64
  private typealias Look =
    @convention(c) (OpaquePointer, UInt64, UInt32, UnsafeMutableRawPointer) -> Int32

  /// How many times the file's size they may come to, beside a first megabyte.
  static let greatestRatio = 100

  /// Bytes of the file itself.
  let size: Int

  private let handle: OpaquePointer
  private let discard: Discard
  private let openEntry: OpenEntry
  private let readEntry: Read
  private let closeEntry: CloseEntry
  private var left: Int

  /// - Parameter greatest: bytes that all entries may come to.
  init(_ path: String, greatest: Int) throws(TableFault) {
    let library = try SheetLibrary.zip.load()
    let open = try library.function("zip_open", as: Open.self)
    discard = try library.function("zip_discard", as: Discard.self)
    openEntry = try library.function("zip_fopen", as: OpenEntry.self)
    readEntry = try library.function("zip_fread", as: Read.self)
    closeEntry = try library.function("zip_fclose", as: CloseEntry.self)
    var status = stat()
    // 16: read only.
    guard stat(path, &status) == 0, let handle = open(path, 16, nil) else {
      throw .brokenWorkbook
    }
    self.handle = handle
    size = Int(status.st_size)
    left = min(greatest, size * Self.greatestRatio + 1 << 20)
    if try declared(library) > left { throw .tooLargeInside }
  }

  /// Bytes that all entries come to, by the file's directory.
  private func declared(_ library: LoadedLibrary) throws(TableFault) -> Int {
    let count = try library.function("zip_get_num_entries", as: Count.self)
    let look = try library.function("zip_stat_index", as: Look.self)
    // struct zip_stat: what is valid (4: the size), name, index, size; 64 bytes.
    let entry = UnsafeMutableRawBufferPointer.allocate(byteCount: 128, alignment: 16)
    defer { entry.deallocate() }
    guard let place = entry.baseAddress else { return 0 }
    var sum = 0
    for index in 0..<max(0, count(handle, 0)) {
      entry.initializeMemory(as: UInt8.self, repeating: 0)
      guard look(handle, UInt64(index), 0, place) == 0,
        entry.load(as: UInt64.self) & 4 != 0
      else { continue }
      sum += Int(clamping: entry.load(fromByteOffset: 24, as: UInt64.self) & (1 << 48 - 1))
    }
    return sum
  }

  deinit { discard(handle) }

  /// Gives an entry's bytes in chunks.
  /// - Returns: false where there is no such entry.
  func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws(TableFault) -> Void)
    throws(TableFault) -> Bool
  {
    guard let entry = openEntry(handle, name, 0) else { return false }
    defer { _ = closeEntry(entry) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = readEntry(entry, buffer.baseAddress, UInt64(buffer.count))
      if count == 0 { return true }
      if count < 0 { throw .brokenWorkbook }
      left -= Int(count)
      if left < 0 { throw .tooLargeInside }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
    }
  }
}
