extension Layout {
  /// A heading on a line of its own; long ones wrap.
  package func heading(_ text: String) -> [String] {
    wrap(DisplayText.line(text), width).map { style.apply(.strong, to: $0) }
  }

  /// A paragraph; line breaks in the text stay.
  package func paragraph(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return wrap(DisplayText.block(text), max(1, width - indent)).map { (margin + $0).trimmedAtEnd }
  }

  /// Items behind bullets; further lines of an item hang under its text.
  package func bullets(_ items: [Cell], bullet: String = "-", indent: Int = 0) -> [String] {
    let lead = String(repeating: " ", count: indent) + bullet + " "
    return items.flatMap { hang($0, lead: lead) }
  }

  /// Items behind their numbers, from 1.
  package func numbered(_ items: [Cell], indent: Int = 0) -> [String] {
    let digits = String(items.count).count
    return items.enumerated().flatMap { index, item in
      let number = pad(String(index + 1), digits, .right)
      return hang(item, lead: String(repeating: " ", count: indent) + number + ". ")
    }
  }

  private func hang(_ item: Cell, lead: String) -> [String] {
    let column = cells(lead)
    return wrap(item.text, max(1, width - column)).enumerated().map { index, text in
      (index == 0 ? lead : String(repeating: " ", count: column))
        + style.apply(item.role, to: text)
    }
  }
}
