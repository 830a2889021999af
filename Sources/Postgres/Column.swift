/// A result's column by place (from 0) or by exact name.
package enum Column: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  case index(Int)
  case name(String)

  package init(integerLiteral value: Int) { self = .index(value) }
  package init(stringLiteral value: String) { self = .name(value) }

  package var description: String {
    switch self {
    case .index(let index): "\(index)"
    case .name(let name): "\"\(name)\""
    }
  }
}
