/// The time zone that this machine's `date` goes by, and where that is written.
package struct MachineTimeZone: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// The variable `TZ`.
    case variable
    /// `/etc/localtime`: the zone it is a link to, or whose rules it holds.
    case localtime
    /// `/etc/timezone`, where there is no `/etc/localtime`.
    case timezone
    /// Nothing says; that is UTC.
    case nothing
  }

  /// Such as `Asia/Tokyo`.
  package let identifier: String
  package let source: Source

  package init(identifier: String, source: Source) {
    self.identifier = identifier
    self.source = source
  }
}

/// The rules in force here bear no name: `TZ` holds a rule, or `/etc/localtime` rules of its own.
package struct UnnamedTimeZone: Error, Equatable, Sendable {
  /// `TZ=JST-9`, `/etc/localtime`.
  package let found: String

  package init(found: String) { self.found = found }
}

extension MachineTimeZone {
  /// - Parameter root: put before every path; empty but in tests.
  package static func find(
    _ variables: [String: String] = ProcessEnvironment.variables(), root: String = ""
  ) throws(UnnamedTimeZone) -> MachineTimeZone {
    let zones = Zones(directory: variables["TZDIR"] ?? root + "/usr/share/zoneinfo")
    if let text = variables["TZ"] { return try of(variable: text, zones) }
    let local = root + "/etc/localtime"
    if Directory.exists(local) || Directory.link(local) != nil {
      let written = try? TextFile.readIfPresent(root + "/etc/timezone")
      return try of(local, written.map(trimmed), zones)
    }
    if let text = try? TextFile.readIfPresent(root + "/etc/timezone"), zones.has(trimmed(text)) {
      return MachineTimeZone(identifier: trimmed(text), source: .timezone)
    }
    return MachineTimeZone(identifier: "UTC", source: .nothing)
  }

  /// An empty one means UTC, as the C library has it.
  private static func of(
    variable text: String, _ zones: Zones
  ) throws(UnnamedTimeZone) -> MachineTimeZone {
    let named = text.hasPrefix(":") ? String(text.dropFirst()) : text
    if named.isEmpty { return MachineTimeZone(identifier: "UTC", source: .variable) }
    let name = zones.name(in: named) ?? Zones.plain(named)
    guard zones.has(name) else { throw UnnamedTimeZone(found: "TZ=\(text)") }
    return MachineTimeZone(identifier: name, source: .variable)
  }

  private static func of(
    _ local: String, _ written: String?, _ zones: Zones
  ) throws(UnnamedTimeZone) -> MachineTimeZone {
    if let name = zones.linked(local) ?? zones.named(like: local, first: written) {
      return MachineTimeZone(identifier: name, source: .localtime)
    }
    throw UnnamedTimeZone(found: "/etc/localtime")
  }
}

/// The zones that a machine knows, a file each.
private struct Zones {
  let directory: String

  func has(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
      && rules(name).map { $0.starts(with: Array("TZif".utf8)) } ?? (name == "UTC")
  }

  /// `Asia/Tokyo` of `/usr/share/zoneinfo/Asia/Tokyo`, wherever that directory is.
  func name(in path: String) -> String? {
    guard let start = path.ranges(of: "zoneinfo/").last?.upperBound else { return nil }
    return Self.plain(path[start...])
  }

  /// Without the folder of rules that count leap seconds or don't: `Asia/Tokyo` of `right/Asia/Tokyo`.
  static func plain(_ name: some StringProtocol) -> String {
    for kind in ["posix/", "right/"] where name.hasPrefix(kind) {
      return String(name.dropFirst(kind.count))
    }
    return String(name)
  }

  /// The zone that a link names, or the link that it is a link to.
  func linked(_ path: String) -> String? {
    var path = path
    for _ in 0..<8 {
      guard let target = Directory.link(path) else { return nil }
      if let name = name(in: target), has(name) { return name }
      path = target.hasPrefix("/") ? target : Directory.parent(of: path) + "/" + target
    }
    return nil
  }

  /// The zone with the very rules of the file, as where it is a copy.
  /// - Parameter first: taken where its rules are these, since several zones share them.
  func named(like path: String, first: String?) -> String? {
    guard let wanted = try? Descriptor.contents(of: path), !wanted.isEmpty else { return nil }
    return ([first].compactMap(\.self) + listed).first { has($0) && rules($0) == wanted }
  }

  /// The names that people are offered, then the ones without a place.
  private var listed: [String] {
    let table = ["zone1970.tab", "zone.tab"].compactMap {
      try? TextFile.readIfPresent(directory + "/" + $0)
    }
    let places = table.flatMap { text in
      TextFile.entries(of: text).compactMap { line in
        line.split(separator: "\t").dropFirst(2).first.map(String.init)
      }
    }
    return places + ["Etc/UTC", "UTC", "GMT"]
      + Directory.entries(of: directory + "/Etc").map { "Etc/\($0)" }
  }

  private func rules(_ name: String) -> [UInt8]? {
    try? Descriptor.contents(of: directory + "/" + name)
  }
}
