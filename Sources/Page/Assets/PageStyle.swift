/// The one style sheet: light and dark, from a phone to a meeting room's screen, and on paper.
enum PageStyle {
  static let sheet = colors + base + frame + parts + charts + narrow + paper

  private static let colors = """
    :root { color-scheme: light dark; --ink: #1b1b1f; --faint: #55555e; --line: #c6c6cf;
      --paper: #ffffff; --soft: #f3f4f7; --link: #17456b; --bad: #a3260a; --good: #0b5c88;
      --change: #6b3a8f; --focus: #b35c00; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --faint: #b4b4be; --line: #4a4a55;
      --paper: #17171b; --soft: #222228; --link: #9cc7ee; --bad: #ff9d85; --good: #85c7f0;
      --change: #d3b0ee; --focus: #ffb454; } }

    """

  private static let base = """
    *, *::before { box-sizing: border-box; }
    html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Yu Gothic UI",
      "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", "IPAexGothic", sans-serif; }
    html:lang(ja) { line-height: 1.75; }
    body { margin: 0 auto; max-width: 90rem; padding: 0 1.25rem 2rem; color: var(--ink);
      background: var(--paper); overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.3; margin: 1rem 0 0.5rem; }
    h2 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; border-bottom: 2px solid var(--line); }
    p { margin: 0.5rem 0; } ul, ol { padding-left: 1.4rem; margin: 0.5rem 0; } li { margin: 0.3rem 0; }
    a { color: var(--link); } small { color: var(--faint); font-size: 0.875em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.875em;
      background: var(--soft); border-radius: 3px; padding: 0.1em 0.35em; }
    .skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--paper); z-index: 2; }
    .skip:focus { left: 1rem; top: 0.5rem; }
    main:focus, figcaption:focus { outline: none; }

    """

  private static let frame = """
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; padding: 0.75rem 0;
      border-bottom: 1px solid var(--line); }
    .home { font-weight: 700; margin: 0; } .home a { text-decoration: none; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; margin: 0; padding: 0; }
    nav a { display: inline-block; padding: 0.25rem 0.1rem; min-height: 1.75rem; }
    [aria-current] { font-weight: 700; text-decoration: none; border-bottom: 3px solid currentcolor; }
    form.search { margin-left: auto; } form.search label { position: absolute; left: -100vw; }
    form.past { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; padding: 0.5rem 0;
      font-size: 0.9rem; } form.past .moment { margin: 0; padding: 0.2rem 0.6rem;
      border: 2px dashed var(--focus); }
    form.past input[type=range] { flex: 1 1 12rem; min-width: 8rem; }
    input, select, textarea, button { font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--faint); border-radius: 4px; padding: 0.3rem 0.5rem; min-height: 2rem;
      max-width: 100%; }
    button { background: var(--link); color: var(--paper); border-color: var(--link); cursor: pointer;
      padding: 0.3rem 1rem; } button.plain { background: none; color: var(--link); }
    footer { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid var(--line); display: flex;
      flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; font-size: 0.9rem; }
    #status:not(:empty) { position: sticky; top: 0; z-index: 1; background: var(--soft);
      border: 2px solid var(--focus); border-radius: 4px; padding: 0.5rem 1rem; margin: 0.5rem 0; }
    .notice, .refused { border: 2px solid var(--good); border-radius: 4px; padding: 0.5rem 1rem;
      margin: 0.75rem 0; } .refused { border-color: var(--bad); }

    """

  private static let parts = """
    .lead { font-size: 1.1rem; background: var(--soft); padding: 0.6rem 1rem; border-radius: 6px; }
    dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
      gap: 0.15rem 2rem; margin: 0.75rem 0; }
    dl.facts div { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: 0.75rem;
      padding: 0.2rem 0; border-bottom: 1px solid var(--line); }
    dt { color: var(--faint); } dd { margin: 0; }
    .table { overflow-x: auto; margin: 0.75rem 0; } table { border-collapse: collapse; width: 100%; }
    caption { position: absolute; left: -100vw; }
    .standings caption { position: static; text-align: left; color: var(--faint); font-size: 0.875rem;
      padding: 0.25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: normal; }
    thead th { color: var(--faint); font-weight: 600; font-size: 0.875rem; white-space: nowrap; }
    tbody th { font-weight: 600; } tbody th small { font-weight: 400; }
    tbody th > a:only-child { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .worse { display: grid; list-style: none; padding: 0; gap: 0.75rem;
      grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); }
    .worse li { border: 1px solid var(--line); border-left: 0.5rem solid var(--bad); border-radius: 4px;
      padding: 0.6rem 0.9rem; margin: 0; font-size: 1.1rem; }
    .value { font-size: 1.15em; font-weight: 700; font-variant-numeric: tabular-nums; }
    .standings td, .standings th { min-width: 11rem; padding: 0.5rem 0.75rem 0.5rem 0; }
    .standings a, .standings small, .cards small { display: block; }
    .cards { display: grid; list-style: none; padding: 0; gap: 0.75rem;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
    .cards li { border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.8rem; margin: 0; }
    .cards a { display: block; }
    .sign { white-space: nowrap; } .sign.concern, .late { color: var(--bad); }
    .sign.improvement { color: var(--good); } .sign.change { color: var(--change); }
    .sign.common, .sign.unknown { font-weight: 400; color: var(--faint); }
    .step code { display: inline-block; }
    .steps, .way { display: flex; flex-wrap: wrap; list-style: none; padding: 0; gap: 0.5rem; }
    .steps li { padding: 0.25rem 0.9rem; border: 2px dashed var(--line); border-radius: 999px; }
    .steps li.done { border: 2px solid var(--good); font-weight: 600; }
    .way > li { flex: 1 1 11rem; border: 1px solid var(--line); border-top: 4px solid var(--good);
      border-radius: 4px; padding: 0.5rem 0.75rem; margin: 0; } .way .count { font-size: 1.6rem; }
    .way ul { font-size: 0.875rem; padding-left: 1rem; }
    .history > li { border-left: 3px solid var(--line); padding: 0.1rem 0 0.1rem 0.75rem; }
    details { margin: 0.4rem 0; } summary { cursor: pointer; color: var(--link); min-height: 1.5rem; }
    form.entry { background: var(--soft); border-radius: 6px; padding: 0.5rem 1rem; max-width: 40rem; }
    form.entry label { display: block; } form.entry textarea { width: 100%; }
    form.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; }
    .brief { display: block; }

    """

  private static let charts = """
    figure { margin: 0.75rem 0; } figure svg { width: 100%; height: auto; max-width: 60rem; display: block;
      background: #ffffff; border-radius: 4px; } figcaption { color: var(--faint); font-size: 0.95rem; }
    .tip { visibility: hidden; pointer-events: none; }
    .point:hover .tip, .point:focus .tip { visibility: visible; }
    .point:focus { outline: none; } .point:focus circle { stroke: #b35c00; stroke-width: 3; }
    .point:focus .bar { stroke: var(--focus); stroke-width: 3; }
    .spark { width: 6rem; height: 1.5rem; margin-left: 0.5rem; vertical-align: middle; overflow: visible; }
    .spark rect { fill: var(--line); opacity: 0.45; } .spark path { fill: none; stroke: var(--faint);
      stroke-width: 1.2; } .spark path.concern { fill: var(--bad); stroke: none; }
    .spark path.improvement { fill: var(--good); stroke: none; }
    .spark path.change { fill: var(--change); stroke: none; }
    .spark path.common, .spark path.unknown { fill: var(--faint); stroke: none; }
    .pace { width: 100%; max-width: 40rem; height: auto; } .pace .bar { fill: var(--good); }
    .pace text { fill: var(--ink); font-size: 12px; }

    """

  private static let narrow = """
    @media (max-width: 40rem) { body { padding: 0 0.75rem 1.5rem; } h1 { font-size: 1.35rem; }
      dl.facts div { grid-template-columns: 1fr; gap: 0; } form.search { margin-left: 0; width: 100%;
      display: flex; gap: 0.5rem; } form.search input { flex: 1; min-width: 0; }
      td, tbody th { min-width: 5.5rem; } td.number { min-width: 4rem; }
      .rows thead, .standings thead { display: none; }
      .rows, .rows tbody, .rows tr, .rows th, .rows td, .standings, .standings caption, .standings tbody,
      .standings tr, .standings th, .standings td { display: block; }
      .standings th, .standings td { border: 0; padding: 0.3rem 0; } .standings th small { display: inline; }
      .rows tr, .standings tr { border-bottom: 2px solid var(--line); padding: 0.35rem 0; }
      .rows th, .rows td { border: 0; padding: 0.1rem 0; text-align: left; white-space: normal; }
      .rows td:empty, .standings td:empty { display: none; }
      figure.chart { overflow-x: auto; direction: rtl; } figure.chart > * { direction: ltr; }
      figure.chart svg { min-width: 34rem; }
      .rows [data-label]::before { content: attr(data-label) ": "; color: var(--faint); font-size: 0.875rem; font-weight: 400; }
      .standings td, .standings th { min-width: 9rem; } }
    @media (min-width: 110rem) { html { font-size: 118%; } }
    @media (prefers-reduced-motion: no-preference) { .skip { transition: left 0.1s; } }

    """

  private static let paper = """
    @page { size: A4; margin: 16mm 14mm; }
    @media print { :root { --ink: #000000; --faint: #444444; --paper: #ffffff; --soft: #ffffff;
      --link: #000000; --line: #999999; } html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; } nav, form, .skip, #status, footer, summary { display: none; }
      form.past { display: block; } form.past > :not(.moment) { display: none; }
      a { text-decoration: none; } .table { overflow: visible; }
      tr, figure, li, section > p { break-inside: avoid; } h2 { break-after: avoid; }
      figure svg { max-height: 80mm; width: auto; max-width: 100%; } .page { break-before: page; } }

    """
}
