import Testing

/// A document and the bytes of its canonical form.
struct Vector: Sendable, CustomTestStringConvertible {
  let name: String
  let input: String
  let outputHex: String

  var testDescription: String { name }

  var output: [UInt8] {
    outputHex.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) }
  }

  /// The test data of cyberphone/json-canonicalization, which RFC 8785 points to.
  static let all: [Vector] = [
    Vector(
      name: "arrays",
      input: #"""
        [
          56,
          {
            "d": true,
            "10": null,
            "1": [ ]
          }
        ]
        """#,
      outputHex: """
        5b 35 36 2c 7b 22 31 22 3a 5b 5d 2c 22 31 30 22 3a 6e 75 6c 6c 2c 22 64
        22 3a 74 72 75 65 7d 5d
        """),
    Vector(
      name: "french",
      input: #"""
        {
          "peach": "This sorting order",
          "péché": "is wrong according to French",
          "pêche": "but canonicalization MUST",
          "sin":   "ignore locale"
        }
        """#,
      outputHex: """
        7b 22 70 65 61 63 68 22 3a 22 54 68 69 73 20 73 6f 72 74 69 6e 67 20 6f
        72 64 65 72 22 2c 22 70 c3 a9 63 68 c3 a9 22 3a 22 69 73 20 77 72 6f 6e
        67 20 61 63 63 6f 72 64 69 6e 67 20 74 6f 20 46 72 65 6e 63 68 22 2c 22
        70 c3 aa 63 68 65 22 3a 22 62 75 74 20 63 61 6e 6f 6e 69 63 61 6c 69 7a
        61 74 69 6f 6e 20 4d 55 53 54 22 2c 22 73 69 6e 22 3a 22 69 67 6e 6f 72
        65 20 6c 6f 63 61 6c 65 22 7d
        """),
    Vector(
      name: "structures",
      input: #"""
        {
          "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0},
          "10": { },
          "": "empty",
          "a": { },
          "111": [ {"e": "yes","E": "no" } ],
          "A": { }
        }
        """#,
      outputHex: """
        7b 22 22 3a 22 65 6d 70 74 79 22 2c 22 31 22 3a 7b 22 5c 6e 22 3a 35 36
        2c 22 66 22 3a 7b 22 46 22 3a 35 2c 22 66 22 3a 22 68 69 22 7d 7d 2c 22
        31 30 22 3a 7b 7d 2c 22 31 31 31 22 3a 5b 7b 22 45 22 3a 22 6e 6f 22 2c
        22 65 22 3a 22 79 65 73 22 7d 5d 2c 22 41 22 3a 7b 7d 2c 22 61 22 3a 7b
        7d 7d
        """),
    Vector(
      name: "unicode",
      input: #"""
        {
          "Unnormalized Unicode":"A\u030a"
        }
        """#,
      outputHex: """
        7b 22 55 6e 6e 6f 72 6d 61 6c 69 7a 65 64 20 55 6e 69 63 6f 64 65 22 3a
        22 41 cc 8a 22 7d
        """),
    Vector(
      name: "values",
      input: #"""
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """#,
      outputHex: """
        7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66
        61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33
        33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30
        30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24
        5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
        """),
    Vector(
      name: "weird",
      input: #"""
        {
          "\u20ac": "Euro Sign",
          "\r": "Carriage Return",
          "\u000a": "Newline",
          "1": "One",
          "\u0080": "Control\u007f",
          "\ud83d\ude02": "Smiley",
          "\u00f6": "Latin Small Letter O With Diaeresis",
          "\ufb33": "Hebrew Letter Dalet With Dagesh",
          "</script>": "Browser Challenge"
        }
        """#,
      outputHex: """
        7b 22 5c 6e 22 3a 22 4e 65 77 6c 69 6e 65 22 2c 22 5c 72 22 3a 22 43 61
        72 72 69 61 67 65 20 52 65 74 75 72 6e 22 2c 22 31 22 3a 22 4f 6e 65 22
        2c 22 3c 2f 73 63 72 69 70 74 3e 22 3a 22 42 72 6f 77 73 65 72 20 43 68
        61 6c 6c 65 6e 67 65 22 2c 22 c2 80 22 3a 22 43 6f 6e 74 72 6f 6c 7f 22
        2c 22 c3 b6 22 3a 22 4c 61 74 69 6e 20 53 6d 61 6c 6c 20 4c 65 74 74 65
        72 20 4f 20 57 69 74 68 20 44 69 61 65 72 65 73 69 73 22 2c 22 e2 82 ac
        22 3a 22 45 75 72 6f 20 53 69 67 6e 22 2c 22 f0 9f 98 82 22 3a 22 53 6d
        69 6c 65 79 22 2c 22 ef ac b3 22 3a 22 48 65 62 72 65 77 20 4c 65 74 74
        65 72 20 44 61 6c 65 74 20 57 69 74 68 20 44 61 67 65 73 68 22 7d
        """),
  ]
}

/// RFC 8785 Appendix B: bits of a double and its canonical text.
let appendixB: [(bits: UInt64, text: String)] = [
  (0x0000_0000_0000_0000, "0"),
  (0x8000_0000_0000_0000, "0"),
  (0x0000_0000_0000_0001, "5e-324"),
  (0x8000_0000_0000_0001, "-5e-324"),
  (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
  (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
  (0x4340_0000_0000_0000, "9007199254740992"),
  (0xc340_0000_0000_0000, "-9007199254740992"),
  (0x4430_0000_0000_0000, "295147905179352830000"),
  (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
  (0x44b5_2d02_c7e1_4af6, "1e+23"),
  (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
  (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
  (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
  (0x444b_1ae4_d6e2_ef50, "1e+21"),
  (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
  (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
  (0x41b3_de43_5555_5553, "333333333.3333332"),
  (0x41b3_de43_5555_5554, "333333333.33333325"),
  (0x41b3_de43_5555_5555, "333333333.3333333"),
  (0x41b3_de43_5555_5556, "333333333.3333334"),
  (0x41b3_de43_5555_5557, "333333333.33333343"),
  (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
  (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
]
