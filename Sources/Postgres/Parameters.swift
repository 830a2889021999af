import CLibPQ

/// Bound values laid out as libpq takes them, in one block of memory.
struct Parameters {
  private static let byteaType: Oid = 17

  /// 0 lets the server infer the type.
  private(set) var types: [Oid] = []
  private var formats: [Int32] = []
  private var lengths: [Int32] = []
  /// Where each value begins in `storage`; nil for NULL.
  private var offsets: [Int?] = []
  private var storage: [UInt8] = []

  init(_ binds: [Bind]) {
    for bind in binds { append(bind) }
    storage.append(0)
  }

  private mutating func append(_ bind: Bind) {
    switch bind {
    case .null: append([UInt8]?.none, type: 0, format: 0)
    case .text(let text): append(text.utf8, type: 0, format: 0)
    case .bytes(let bytes): append(bytes, type: Self.byteaType, format: 1)
    }
  }

  private mutating func append(
    _ bytes: (some Collection<UInt8>)?, type: Oid, format: Int32
  ) {
    types.append(type)
    formats.append(format)
    lengths.append(Int32(bytes?.count ?? 0))
    offsets.append(bytes == nil ? nil : storage.count)
    guard let bytes else { return }
    storage.append(contentsOf: bytes)
    storage.append(0)
  }

  func withPointers<T>(
    _ body: ([Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T
  ) rethrows -> T {
    try storage.withUnsafeBytes { block in
      let start = block.baseAddress!.assumingMemoryBound(to: CChar.self)
      let values = offsets.map { offset in offset.map { start + $0 } }
      return try body(types, values, lengths, formats)
    }
  }
}
