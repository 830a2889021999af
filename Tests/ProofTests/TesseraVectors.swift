/// The checkpoints of transparency-dev/tessera (testdata/build_log.sh at 1811ae1): fifteen leaves,
/// signed at every size with a published test key. Ed25519 is deterministic, so that each is the
/// same byte for byte.
enum TesseraVectors {
  static let origin = "example.com/log/testdata"
  static let verifier =
    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
  static let seed = "eca663f499017d2365c27c7a7679158d43cfec1330bdb259290afbd0d21777a0"
  static let leaves = [
    "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf",
    "threeten", "fourten", "fivten",
  ]

  /// The root (hexadecimal) and signature of each size, from 0.
  static let heads: [(root: String, signature: String)] = [
    (
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "M9e0lhxJACzE1KoUdqKuPa+9p6R7dSW8BlEvrg/noo8FkGg6PbJoRNOcdjqjOq89wVvTA60eubCc4oufo5BvIVEgtQc="
    ),
    (
      "d0d7360ab79f58ab1e1e3fe64ad77e2ea0bc07e36b5f46ed2223edd9298df9e9",
      "M9e0lhr9kuLxGdAtaUrhm84TQffVsLdcy808sN0a3WyniNlfcr9+bywoiIke1YYciCNjJGkCgIlQ8b16jhsmg/SChAM="
    ),
    (
      "4f55f619d9215235778b2b9f17d6f4915b16171214d152381293669764de722e",
      "M9e0llH4NKmlf0u7C8tkJioQOmi7l5ELqljXgKRg6R3G5JJ7vx7emDWo5fpqKuA/Dk/jRrI6il+7QCVirNhyUAWGoAk="
    ),
    (
      "5aac771c899ac292e74bf1afe2e6e302f8b55883b2d1bf197b46a6bea6dabca9",
      "M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg="
    ),
    (
      "cd8d65377e6fad76003e2c5749de7d2ec536f71509b6e5b8a3674d360e58d82a",
      "M9e0lnFuWt0cp60moO4jAkeXvMNLIIOGn4WdyeHQurBt9mBi0tWdfkldiAt9k0FpwuZymvttsVn9uwyouXU3vPpeNAc="
    ),
    (
      "832e609776a4b05ca208ef796bfd6f2d7cfcf00ddd46afb497d4b1b5ef19a994",
      "M9e0lmn5eDHyHP10zJObZdFAX2y1V8fdDKBi4IiHbDYf1TCUBwxZOhqwv2QZCqrdda2zTRTrmnwjwscN5RBTEmZUYAs="
    ),
    (
      "6bab16bec736784ce68fbdaf6a1ee6679770165b62bde861d9bd75ab0969e498",
      "M9e0ln+nHSdGSHEZBcjvqyYDXDbG8WxDwCDjbbGAMv/NTynAtJWhckSXIpuwpN3yJ4PTtzUbD34YGqIZr6RgJRn16gU="
    ),
    (
      "22b49700306a27b110a143834832913b24a036f79e2fa085862936c3ff9f4bb5",
      "M9e0luA5JhTRUki/BBQD0QNiH6AEJ2pdtsA5CQjqJErViuuKrN6513RCTL2640wXJv0dCed3neRGI6dMzBq9uANf2Qc="
    ),
    (
      "6c2f95c2fac96da94d5637e4748f24520b3b989a17aea897084edb8270f6f296",
      "M9e0lq1EK37dHtgv9O3UzPxisw5vwIPcJsX9ab0xt4mvVfbdUR1fbMjN6sBFYpBoBEmD4+cWhj/AVgI5MitCO5+mews="
    ),
    (
      "0af8475621374bd13786d1cb47edb999aa56a06089dd672432ad54b42dd59846",
      "M9e0ls3mdnWX0qk4P3uGG0eYiFRWSwPR+RdeD1ARmrHPHjXP0x9UJWASPFTOTqJo0mp7Epck2O9RFB0J9IjDdAewagw="
    ),
    (
      "cbcfe066c642b62b6c31a9f4f6d63e93c23b429afb6397db3b6b4b8bd1909df5",
      "M9e0lrmwaVEOWFZ+HS5ITnRd2YMOSWE5QeoYu+6DHwJLnJ+SVeJ2ZiYeD7lVC5oGJx76gbfLSyCUEq6D8JkarrsuiQQ="
    ),
    (
      "628935712e557689062c1cbbdc10b6235e9bddab6cb3a28137d8e7222e85cff0",
      "M9e0lqbRtWirJwbUy4w3VrK2RyzfW8P+OIkc8t6b6AVG/tQd1Q2SN+uCLYzNNFnf/PhzeCdURSGQe1MRnohCxPu21wg="
    ),
    (
      "b99a3a33e2215676be08b8160ab26cd3104f5076e8cc79184d001276e1d22cc1",
      "M9e0lrFzoTgi+ovhrqX0DpsEAp3wLu1coMLIkeCwSkGfS4Ox4pLXo2LHudqm4merh0ZkCNzHr8kQwq5gS5mmimIvdA4="
    ),
    (
      "6afd242c7d15924543ad3b99cc1188c7b77dcf91b597f1a52b3fe7015ffcc284",
      "M9e0liO8x8xfEOGmZVYODUjQajkEpjccPQ9EkG3yEEDet4K3BWE/DFRPH6H+b6gFFFaG5KS1bBmYS/xeZJs8lj+z+wM="
    ),
    (
      "4af09ddfcc8d69d7bbc443d8d5afda01cd4cdc0d801d8545f25222527b07d5aa",
      "M9e0lu8roIpjC+NXEG7JDkajIahoYDYWgxDtxfx/6rzLoztU9t/PvivZ48xt8ygJpjzaboSpkbVv3Jb+D3NdXWQf5wo="
    ),
    (
      "aca6c38a90af86e5f5199ee0e4105ef2c03a05b27b8daff59e4e36eefdfcddcb",
      "M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI="
    ),
  ]
}
