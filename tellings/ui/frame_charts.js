/* Charts in the browser: on the whole screen, taken away as pictures, and in the report; a part of `frame_component.js`. */

/* A chart on the whole screen is drawn for the room that it has there, and scrolls where that is not enough. Where the
   browser has no way to it, Streamlit's own fills the window. */
const CHART = "st-key-chart-";
function fill(event) {
  const chart = event.target.closest?.('.modebar-btn[data-title="Fullscreen"]')?.closest(`[class*="${CHART}"]`);
  if (!chart || !document.fullscreenEnabled) return;
  event.stopImmediatePropagation();
  if (document.fullscreenElement) document.exitFullscreen();
  else chart.requestFullscreen();
}

function filled() {
  const chart = [...(document.fullscreenElement?.classList ?? [])].find((name) => name.startsWith(CHART));
  const { clientWidth: width, clientHeight: height } = document.fullscreenElement ?? {};
  window.tellingsPage.setStateValue("room", chart ? { chart: chart.slice(CHART.length), width, height } : null);
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
  let ready = false;
  const loaded = Promise.all([["Source Sans 3", "source-sans-3"], ["Source Serif 4", "source-serif-4"]].map(face))
    .catch(() => {}).then(() => { ready = true; });
  // A picture that is asked for before the typefaces are there waits for them; its chart may be drawn anew meanwhile.
  document.addEventListener("click", (event) => {
    const camera = '.modebar-btn[data-title^="Download"]', button = event.target.closest?.(camera);
    if (ready || !button) return;
    event.stopImmediatePropagation();
    const chart = [...button.closest('[class*="st-key-chart-"]').classList].find((name) => name.startsWith("st-key-chart-"));
    loaded.then(() => document.querySelector(`.${chart} ${camera}`)?.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  }, true);
  XMLSerializer.prototype.serializeToString = function (node) {
    const said = serialise.call(this, node);
    const picture = node.nodeName === "svg" && node.classList.contains("main-svg");
    return picture && faces ? said.replace(/<svg[^>]*>/, (head) => `${head}<style>${faces}</style>`) : said;
  };
  XMLSerializer.prototype.serializeToString.typeset = true;
}

/* A view is added to the report with its pictures as they stand, without what only the pointer needs: one act and one
   run, for a run that another breaks off has shown half a page. */
function add(event) {
  if (!event.target.closest?.(".st-key-add-to-report button")) return;
  event.stopImmediatePropagation();
  const pictures = {};
  for (const plot of document.querySelectorAll("[class*=st-key-chart-] .js-plotly-plot")) {
    if (!plot.getBoundingClientRect().width) continue;
    const chart = [...plot.closest("[class*=st-key-chart-]").classList].find((name) => name.startsWith("st-key-chart-"));
    const [whole, ...over] = [...plot.querySelectorAll(".main-svg")].map((layer) => layer.cloneNode(true));
    for (const layer of over) whole.append(...layer.childNodes);
    for (const node of whole.querySelectorAll(".draglayer, .hoverlayer, .zoomlayer, .menulayer")) node.remove();
    whole.setAttribute("viewBox", `0 0 ${whole.getAttribute("width")} ${whole.getAttribute("height")}`);
    whole.removeAttribute("class");
    pictures[chart.slice("st-key-chart-".length)] = new XMLSerializer().serializeToString(whole);
  }
  window.tellingsPage.setTriggerValue("add", { pictures });
}

/* Plotly makes a link of each line of a label or title: the Tab key stops at the first alone, which has the name of all. */
function oneStop(event) {
  const label = event.target.closest?.(".js-plotly-plot text a") && event.target.closest("text");
  if (!label) return;
  const [first, ...others] = label.querySelectorAll("a");
  const same = others.filter((link) => link.href.baseVal === first.href.baseVal);
  if (!same.length) return;
  first.setAttribute("aria-label", [...label.querySelectorAll("a")].map((line) => line.textContent.trim()).join(" "));
  for (const link of same) {
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-hidden", "true");
  }
  if (same.includes(event.target)) first.focus();
}
