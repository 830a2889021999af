package import Bilingual
package import CanonicalJSON
import CivilTime
package import Office
import Proof
import Wording

extension Verification {
  /// - Parameter language: of the faults' texts.
  package func json(_ language: Language) -> JSON {
    [
      "departments": .array(reports.map { $0.json(language) }),
      "guards": guards.json(language), "sound": .bool(isSound),
    ]
  }
}

extension VerificationReport {
  package func json(_ language: Language) -> JSON {
    [
      "department": .string(department), "events": JSON(finding.size),
      "root": .string(Base64.encode(finding.root)), "sound": .bool(isSound),
      "checkpoints": .array(compared.map { JSON($0) }),
      "trouble": JSON(trouble?.refused(language)),
      "faultCount": JSON(finding.faultCount),
      "faults": .array(finding.faults.map { json($0, language) }),
      "redacted": .array(
        finding.redacted.sorted { $0.key < $1.key }.map {
          [
            "position": JSON($0.key), "by": JSON($0.value),
            "erased": JSON(finding.erased[$0.key] ?? []),
            "proven": .bool(!finding.unproven.contains($0.key)),
          ]
        }),
      "unsealed": JSON(unsealed), "sealedAt": JSON(text: sealedAt),
    ]
  }

  private func json(_ fault: LogFault, _ language: Language) -> JSON {
    [
      "position": JSON(fault.position), "problem": .string(fault.reason.code),
      "text": .string(fault.words(in: department)(language)),
    ]
  }
}

extension GuardReport {
  package func json(_ language: Language) -> JSON {
    [
      "sound": .bool(isSound), "owner": .string(owner), "mayActAsOwner": JSON(mayActAsOwner),
      "findings": .array(
        findings.map { finding in
          [
            "problem": .string(finding.problem.rawValue), "object": .string(finding.object),
            "detail": .string(finding.detail), "text": .string(finding.words(language)),
          ]
        }),
    ]
  }
}
