/// Who is told what stands in an XML file: names without their prefixes.
protocol XMLListener: AnyObject {
  /// Why the rest need not be read; asked after each chunk.
  var fault: TableFault? { get }
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
}

extension XMLListener {
  var fault: TableFault? { nil }
}

/// Reads XML by expat. A document type, and with it every entity of the file's own, is refused.
final class XMLReader {
  private typealias Create = @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias Free = @convention(c) (OpaquePointer) -> Void
  private typealias SetUser = @convention(c) (OpaquePointer, UnsafeMutableRawPointer?) -> Void
  private typealias Name = UnsafePointer<CChar>
  private typealias Start =
    @convention(c) (UnsafeMutableRawPointer?, Name?, UnsafePointer<Name?>?) -> Void
  private typealias End = @convention(c) (UnsafeMutableRawPointer?, Name?) -> Void
  private typealias Text = @convention(c) (UnsafeMutableRawPointer?, Name?, Int32) -> Void
  private typealias Doctype =
    @convention(c) (UnsafeMutableRawPointer?, Name?, Name?, Name?, Int32) -> Void
  private typealias SetElements = @convention(c) (OpaquePointer, Start?, End?) -> Void
  private typealias SetText = @convention(c) (OpaquePointer, Text?) -> Void
  private typealias SetDoctype = @convention(c) (OpaquePointer, Doctype?) -> Void
  private typealias Parse = @convention(c) (OpaquePointer, Name?, Int32, Int32) -> Int32
  private typealias Stop = @convention(c) (OpaquePointer, UInt8) -> Int32

  private let listener: any XMLListener
  private let parser: OpaquePointer
  private let free: Free
  private let parse: Parse
  private let stop: Stop
  private var hasDoctype = false

  init(_ listener: any XMLListener) throws(TableFault) {
    self.listener = listener
    let library = try SheetLibrary.expat.load()
    let create = try library.function("XML_ParserCreate", as: Create.self)
    free = try library.function("XML_ParserFree", as: Free.self)
    parse = try library.function("XML_Parse", as: Parse.self)
    stop = try library.function("XML_StopParser", as: Stop.self)
    let setUser = try library.function("XML_SetUserData", as: SetUser.self)
    let setElements = try library.function("XML_SetElementHandler", as: SetElements.self)
    let setText = try library.function("XML_SetCharacterDataHandler", as: SetText.self)
    let setDoctype = try library.function("XML_SetStartDoctypeDeclHandler", as: SetDoctype.self)
    guard let parser = create(nil) else { throw .brokenWorkbook }
    self.parser = parser
    setUser(parser, Unmanaged.passUnretained(self).toOpaque())
    setElements(
      parser, { XMLReader.of($0)?.start($1, $2) }, { XMLReader.of($0)?.end($1) })
    setText(parser) { XMLReader.of($0)?.text($1, $2) }
    setDoctype(parser) { user, _, _, _, _ in XMLReader.of(user)?.refuse() }
  }

  deinit { free(parser) }

  func feed(_ chunk: UnsafeRawBufferPointer, isLast: Bool = false) throws(TableFault) {
    let bytes = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = parse(parser, bytes, Int32(chunk.count), isLast ? 1 : 0)
    if hasDoctype { throw .doctype }
    if status != 1 { throw .brokenWorkbook }
  }

  func finish() throws(TableFault) {
    try feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// The reader that expat was given, which lives as long as its parser.
  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
    user.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func refuse() {
    hasDoctype = true
    _ = stop(parser, 0)
  }

  private func start(_ name: Name?, _ attributes: UnsafePointer<Name?>?) {
    guard let name else { return }
    var found: [String: String] = [:]
    var next = attributes
    while let pair = next, let key = pair[0], let value = pair[1] {
      found[Self.local(key)] = String(cString: value)
      next = pair + 2
    }
    listener.start(Self.local(name), found)
  }

  private func end(_ name: Name?) { name.map { listener.end(Self.local($0)) } }

  private func text(_ bytes: Name?, _ count: Int32) {
    guard let bytes else { return }
    let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    listener.text(String(decoding: raw, as: UTF8.self))
  }

  private static func local(_ name: Name) -> String {
    let name = String(cString: name)
    let colon = name.utf8.lastIndex(of: UInt8(ascii: ":"))
    return colon.map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
}

extension ZipArchive {
  /// Reads an entry as XML.
  /// - Returns: false where there is no such entry.
  func read(_ name: String, telling listener: any XMLListener) throws(TableFault) -> Bool {
    let reader = try XMLReader(listener)
    let isThere = try read(name) { (chunk) throws(TableFault) in
      try reader.feed(chunk)
      if let fault = listener.fault { throw fault }
    }
    guard isThere else { return false }
    try reader.finish()
    if let fault = listener.fault { throw fault }
    return true
  }
}
