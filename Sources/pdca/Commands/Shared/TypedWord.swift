import ArgumentParser
import Bilingual

/// One of a few words, typed in any letter case and width.
protocol TypedWord: ExpressibleByArgument, RawRepresentable, CaseIterable where RawValue == String {
}

extension TypedWord {
  init?(argument: String) {
    let typed = argument.halfWidth.lowercased()
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == typed }) else {
      return nil
    }
    self = found
  }
}
