extension RefusalReason {
  /// Refuses the first text that is empty, too long or holds control characters;
  /// nil is a text not given.
  package static func check(_ texts: (String?, TextField)...) throws(Self) {
    for (text, field) in texts {
      _ = try checked(text, field, for: Self.self)
    }
  }
}
