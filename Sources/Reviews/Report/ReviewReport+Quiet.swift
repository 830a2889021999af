import Domain
import ReadModels

extension ReviewReport {
  /// Nothing is getting worse, nothing changed anew, and no cycle began, was checked or closed: what
  /// there is to say is said in a few lines.
  package var isQuiet: Bool {
    worsening.isEmpty && !matters.contains(where: \.isNew)
      && (material.opened + material.checked + material.closed).isEmpty
  }
}
