import Crypto
import Office

/// What a receiver tells repetitions by: the same on every attempt of a delivery, and on no other.
enum DeliveryKey {
  /// `msg_` and 32 hexadecimal digits; of the target and its occasion, so that no attempt, restart or move
  /// changes it.
  static func id(_ target: ShareTarget, _ key: String) -> String {
    let text = "\(target.name)\n\(target.addedAt)\n\(key)"
    let digits = Array("0123456789abcdef".utf8)
    let bytes = SHA256.hash(data: Array(text.utf8)).prefix(16).flatMap {
      [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
    return "msg_" + String(decoding: bytes, as: UTF8.self)
  }
}
