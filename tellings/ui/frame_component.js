/* What every page does in the browser, whatever it shows. */

export default function (component) {
  oneEntryPerAct();
  keepTypefaces();
  return follow(() => component.setTriggerValue("back", Date.now()));
}

/* One act of a visitor makes one entry of the history, so that one Back is the page as it was: where a click turns to
   another page, Streamlit makes two, the old page with the new page's filters, then the new page. */
function oneEntryPerAct() {
  if (window.history.pushState.onePerAct) return;
  const push = window.history.pushState;
  let acted = true;
  const act = () => { acted = true; };
  for (const kind of ["pointerdown", "click", "keydown", "popstate"]) window.addEventListener(kind, act, true);
  window.history.pushState = function (...entry) {
    if (acted) push.apply(window.history, entry);
    else window.history.replaceState(...entry);
    acted = false;
  };
  window.history.pushState.onePerAct = true;
}

/* Pictures that are taken away keep their typefaces: Plotly writes them without, and an image may load nothing. */
function keepTypefaces() {
  const serialise = XMLSerializer.prototype.serializeToString;
  if (serialise.typeset) return;
  let faces = "";
  const face = async ([family, file]) => {
    const answer = await fetch(new URL(`app/static/fonts/${file}-latin-wght-normal.woff2`, document.baseURI));
    let text = "";
    for (const byte of new Uint8Array(await answer.arrayBuffer())) text += String.fromCharCode(byte);
    faces += `@font-face{font-family:"${family}";font-weight:200 900;` +
      `src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
  };
  Promise.all([["Source Sans 3", "source-sans-3"], ["Source Serif 4", "source-serif-4"]].map(face)).catch(() => {});
  XMLSerializer.prototype.serializeToString = function (node) {
    const said = serialise.call(this, node);
    const picture = node.nodeName === "svg" && node.classList.contains("main-svg");
    return picture && faces ? said.replace(/<svg[^>]*>/, (head) => `${head}<style>${faces}</style>`) : said;
  };
  XMLSerializer.prototype.serializeToString.typeset = true;
}

/* Whoever comes back to this tab or window sees what was corrected in another meanwhile. */
function follow(back) {
  let away = false;
  const leave = () => { away = true; };
  const come = () => {
    if (document.visibilityState === "hidden") { away = true; return; }
    if (away) back();
    away = false;
  };
  window.addEventListener("blur", leave);
  window.addEventListener("focus", come);
  document.addEventListener("visibilitychange", come);
  return () => {
    window.removeEventListener("blur", leave);
    window.removeEventListener("focus", come);
    document.removeEventListener("visibilitychange", come);
  };
}
