@testable import Proof

/// Certificate Transparency's reference tree of eight leaves, with proofs that hold:
/// transparency-dev/merkle at 417fb0c (testonly/constants.go and testdata).
enum ReferenceTree {
  static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map { TreeHash.leaf(Hexadecimal.decode($0)!) }

  /// By number of leaves.
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ].map { Hexadecimal.decode($0)! }

  private static let nodes: [String: [UInt8]] = [
    "1": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "2-3": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "4-7": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "4": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "6-7": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "0-3": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "0-1": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "0": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "4-5": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "6": "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
  ].mapValues { Hexadecimal.decode($0)! }

  private static func proof(_ names: String) -> [[UInt8]] {
    names.split(separator: " ").map { nodes[String($0)]! }
  }

  static let inclusions: [(index: Int, size: Int, proof: [[UInt8]])] = [
    (0, 1, []), (0, 8, proof("1 2-3 4-7")), (5, 8, proof("4 6-7 0-3")), (2, 3, proof("0-1")),
    (1, 5, proof("0 2-3 4")),
  ]

  static let consistencies: [(old: Int, new: Int, proof: [[UInt8]])] = [
    (1, 1, []), (1, 8, proof("1 2-3 4-7")), (6, 8, proof("4-5 6-7 0-3")), (2, 5, proof("2-3 4")),
    (6, 7, proof("4-5 6 0-3")),
  ]
}
