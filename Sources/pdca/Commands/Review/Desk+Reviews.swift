import Domain
import Office

extension Desk {
  func review(_ text: String, in option: DepartmentOption) throws -> ReviewID {
    try office.review(text, in: home(option))
  }

  func review(
    _ text: String?, _ kind: ReviewKind, in option: DepartmentOption
  ) throws -> ReviewID {
    try office.review(text, kind, in: home(option))
  }
}
