import Bilingual

/// The looks of a page, on a screen by day and night and on A4 paper. It holds none of the
/// characters that XML takes for its own, so that the page reads as XML too.
enum HTMLStyle {
  static func sheet(_ language: Language) -> String {
    [base(language), parts, night, paper(language)].joined(separator: "\n")
  }

  /// Fonts that the usual systems have, those of Debian last; of these, the one that a renderer
  /// embeds in a second comes before the one that takes it ten.
  private static func fonts(_ language: Language) -> String {
    language.choose(
      "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', "
        + "'IPAexGothic', 'Noto Sans CJK JP', sans-serif",
      "'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'IPAexGothic', "
        + "'Noto Sans CJK JP', sans-serif")
  }

  private static func base(_ language: Language) -> String {
    """
    :root { color-scheme: light dark; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem;
      font: 1rem/\(language.choose("1.55", "1.75")) \(fonts(language));
      color: #1a1a1a; background: #ffffff;
      line-break: strict; overflow-wrap: anywhere; }
    h1 { margin: 0; font-size: 1.7rem; line-height: 1.3; string-set: title content(); }
    h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.25rem; border-bottom: 2px solid #0072b2;
      font-size: 1.2rem; line-height: 1.35; }
    header p { margin: 0.2rem 0 0; color: #595959; string-set: subtitle content(); }
    p, ul, ol { margin: 0.5rem 0; }
    ul, ol { padding-left: 1.5rem; }
    li { margin: 0.2rem 0; }
    a { color: #005a8c; }
    """
  }

  private static let parts = """
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; padding: 0.4rem 0.8rem; background: #ffffff; }
    nav ol { display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; padding: 0; list-style: none;
      font-size: 0.9rem; }
    .lead { margin: 1rem 0; padding: 0.8rem 1rem; border-left: 4px solid #0072b2;
      background: #f4f6f8; font-size: 1.05rem; }
    .table { overflow-x: auto; margin: 0.7rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid #d5d5d5; text-align: left;
      vertical-align: top; }
    thead th { border-bottom: 2px solid #8c8c8c; white-space: nowrap; }
    tbody th { width: 26%; min-width: 8rem; font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .short { white-space: nowrap; }
    code { padding: 0.1rem 0.3rem; background: #f0f0f0; font: 0.88em/1.5 Menlo, Consolas,
      'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace; }
    figure { margin: 1rem 0; }
    figure svg { display: block; width: 100%; height: auto; }
    figcaption { margin-top: 0.3rem; font-size: 0.92rem; }
    footer { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 1px solid #8c8c8c;
      color: #595959; font-size: 0.9rem; }
    """

  private static let night = """
    @media screen and (prefers-color-scheme: dark) {
      body { color: #e6e6e6; background: #16181b; }
      header p, footer { color: #b0b0b0; }
      a { color: #7cc4ee; }
      h2 { border-color: #56b4e9; }
      .skip:focus { background: #16181b; }
      .lead { border-color: #56b4e9; background: #22262b; }
      th, td { border-color: #3a3f45; }
      code { background: #2a2f35; }
      figure svg { border-radius: 4px; }
    }
    """

  /// Pages that carry the title above and their number below.
  private static func paper(_ language: Language) -> String {
    """
    @page { size: A4; margin: 17mm 15mm 18mm;
      @top-left { content: string(title, first-except); font: 8pt \(fonts(language)); }
      @bottom-left { content: string(subtitle); font: 8pt \(fonts(language)); }
      @bottom-right { content: counter(page) " / " counter(pages);
        font: 8pt \(fonts(language)); } }
    @page sheet { margin: 12mm 13mm 13mm; }
    @media print {
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; line-height: \(language.choose("1.4", "1.55")); }
      nav, .skip { display: none; }
      .table { overflow: visible; margin: 0.4rem 0; }
      th, td { padding: 0.2rem 0.5rem; }
      a { color: inherit; text-decoration: none; }
      h2 { margin-top: 1.3rem; break-after: avoid; }
      tr, figure, li { break-inside: avoid; }
      figure { margin: 0.6rem 0; }
      figure svg { width: auto; max-width: 100%; max-height: 78mm; margin: 0 auto; }
      .page { break-before: page; }
      p { orphans: 2; widows: 2; }
    }
    \(sheet)
    """
  }

  /// What is to fit one page stands small and close, brief sections two by two.
  private static let sheet = """
    @media print {
      html.sheet { font-size: 7.2pt; }
      .sheet body { page: sheet; }
      .sheet body { line-height: 1.35; }
      .sheet h1 { font-size: 1.5rem; }
      .sheet h2 { margin: 0.7rem 0 0.2rem; padding-bottom: 0.1rem; border-width: 1px;
        font-size: 1.1rem; }
      .sheet .lead { margin: 0.5rem 0 0; padding: 0.4rem 0.7rem; font-size: 1rem; }
      .sheet p, .sheet ul, .sheet ol, .sheet .table { margin: 0.15rem 0; }
      .sheet li { margin: 0; }
      .sheet th, .sheet td { padding: 0.05rem 0.4rem; }
      .sheet .brief { display: inline-block; width: 48.5%; margin-right: 1%;
        vertical-align: top; }
      .sheet .page h2 { margin-top: 0; }
      .sheet figure { display: inline-block; width: 48.5%; margin: 0.3rem 1% 0.3rem 0;
        vertical-align: top; }
      .sheet figure svg { max-height: 72mm; }
    }
    """
}
