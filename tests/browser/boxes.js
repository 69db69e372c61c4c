// What is wrong with the texts of a page, in words: see boxes.py.
() => {
  const faults = [], OFF = 2;
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const said = (text) => text.replace(/\s+/g, " ").trim().slice(0, 40);
  const box = (r) => [[r.left, r.top], [r.right, r.top], [r.right, r.bottom], [r.left, r.bottom]];
  const turned = (e) => {
    const b = e.getBBox(), m = e.getScreenCTM();
    return [[b.x, b.y], [b.x + b.width, b.y], [b.x + b.width, b.y + b.height], [b.x, b.y + b.height]].map(
      ([x, y]) => [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f]);
  };
  // How deep two convex shapes lie in each other: the least overlap along the normals of their edges.
  const depth = (p, q) => {
    let least = Infinity;
    for (const shape of [p, q])
      for (let i = 0; i < 4; i++) {
        const [x, y] = shape[i], [u, v] = shape[(i + 1) % 4], n = Math.hypot(u - x, v - y);
        if (!n) return 0;
        const along = (s) => s.map(([a, b]) => (a * (v - y) - b * (u - x)) / n);
        const [a, b] = [along(p), along(q)];
        least = Math.min(least, Math.max(...a) - Math.min(...b), Math.max(...b) - Math.min(...a));
        if (least <= 0) return 0;
      }
    return least;
  };
  const apart = (what, some) => some.forEach(([text, shape, owner], i) => some.slice(0, i).forEach(([other, there, whose]) => {
    if (owner !== whose && depth(shape, there) > OFF) faults.push(`${what}: "${text}" on "${other}"`);
  }));

  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    if (!shown(plot)) continue;
    const name = plot.closest('[class*="st-key-chart-"]').className.match(/st-key-(chart-[\w-]+)/)[1];
    const [left, top, right, bottom] = (({ left, top, right, bottom }) => [left, top, right, bottom])(plot.getBoundingClientRect());
    const inside = (shape) => shape.every(([x, y]) => x > left - OFF && x < right + OFF && y > top - OFF && y < bottom + OFF);
    // What lies beyond a map's frame is clipped: it is not drawn at all.
    const pictured = (e) => {
      const frame = e.closest(".geolayer .geo")?.querySelector(".bg rect")?.getBoundingClientRect(), own = e.getBoundingClientRect();
      return !frame || (own.right > frame.left && own.left < frame.right && own.bottom > frame.top && own.top < frame.bottom);
    };
    const texts = [...plot.querySelectorAll(".main-svg text")].filter((e) => shown(e) && pictured(e) && said(e.textContent) && !e.closest(".hoverlayer"))
      .map((e) => [said(e.textContent), turned(e), e]);
    // A name on a map is drawn as a halo and the letters on it.
    const once = texts.filter(([text, shape], i) => !texts.slice(0, i).some(([other, there]) => other === text && depth(shape, there) > 6));
    for (const [text, shape] of once) if (!inside(shape)) faults.push(`${name}: "${text}" is cut off`);
    const buttons = [...plot.querySelectorAll(".modebar-btn")].filter(shown).map((e) => ["a button", box(e.getBoundingClientRect()), plot]);
    apart(name, [...once, ...buttons]);
    for (const mark of plot.querySelectorAll(".bars path, .scatterlayer .point"))
      if (pictured(mark) && !inside(box(mark.getBoundingClientRect()))) { faults.push(`${name}: a mark stands outside`); break; }
  }

  const main = document.querySelector('[data-testid="stMain"]'), words = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, e = node.parentElement;
    if (!said(node.data) || !shown(e) || e.closest(
      ".js-plotly-plot, style, script, .t-unheard, .sr-only, canvas, iframe, [data-testid=stDataFrame], [data-testid=stHeader]"
    )) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const fixed = (() => { for (let a = e; a; a = a.parentElement) if (/fixed|sticky/.test(getComputedStyle(a).position)) return true; })();
    for (const r of range.getClientRects()) {
      if (r.width < 3 || r.height < 3) continue;
      let whole = true, gone = false;
      for (let a = e; a && a !== main; a = a.parentElement) {
        const style = getComputedStyle(a), own = a.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
        if (!/visible/.test(style.overflowX) && (r.left < own.left - OFF || r.right > own.right + OFF)) {
          if (scrolls && !a.closest('[data-testid="stButtonGroup"]')) gone = true; else whole = false;
        }
        if (!scrolls && /hidden|clip/.test(style.overflowY) && (r.top < own.top - 6 || r.bottom > own.bottom + 6)) whole = false;
      }
      if (!whole && !e.closest('[data-baseweb="select"], [data-baseweb="input"]')) faults.push(`page: "${said(node.data)}" is cut off`);
      if (r.right > innerWidth + OFF && !gone) faults.push(`page: "${said(node.data)}" runs out of the page`);
      if (whole && !gone && !fixed) words.push([said(node.data), box(r), e]);
    }
  }
  apart("page", words);
  if (document.documentElement.scrollWidth > innerWidth) faults.push("page: it scrolls sideways");
  return [...new Set(faults)];
}
