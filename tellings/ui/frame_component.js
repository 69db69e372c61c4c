/* What every page does in the browser, whatever it shows. */

export default function (component) {
  window.tellingsPage = component;
  oneEntryPerAct();
  keepTypefaces();
  once("tellingsKeys", listen);
  remember(component.data);
  tellNarrow();
  welcome();
  return follow(() => component.setTriggerValue("back", Date.now()));
}

function once(name, does) {
  if (!window[name]) does();
  window[name] = true;
}

/* Keys, links, terms and the two articles side by side are looked after for the whole window, whatever page is shown. */
function listen() {
  window.addEventListener("keydown", pressed);
  window.addEventListener("keydown", inTable, true);
  window.addEventListener("pointerdown", (event) => { byKeys = false; walk(event, "pointer"); }, true);
  window.addEventListener("focusin", (event) => byKeys && walk(event, "keys"), true);
  for (const kind of ["mousedown", "mouseup", "click", "dblclick"])
    window.addEventListener(kind, (event) => again(event) && event.stopImmediatePropagation(), true);
  document.addEventListener("click", clicked);
  document.addEventListener("click", add, true);
  document.addEventListener("click", fill, true);
  document.addEventListener("fullscreenchange", filled);
  document.addEventListener("focusin", oneStop);
  window.addEventListener("popstate", shown);
  for (const { queries } of NARROW) for (const query of queries) query.addEventListener("change", tellNarrow);
  document.addEventListener("scroll", together, true);
  for (const kind of ["pointerover", "focusin", "pointerout", "focusout"]) document.addEventListener(kind, explain);
}

const KEYS = [
  ["/", "search everything"],
  ["Esc", "close what is open"],
  ["n, p", "next mark in an article, mark before"],
  ["↓, ↑", "next entry of a list, entry before"],
  ["Enter", "open what has the focus; in a table, the row"],
  ["?", "this list"],
];
const LISTS = "ol.t-evidence, .st-key-articles, .st-key-questions, [class*=st-key-found-], [data-testid=stSidebarContent]";
const OPEN = "[data-floating-ui-portal] > *, [role=dialog], [role=listbox], dialog[open]";
const CLOSE = ".st-key-evidence-close button, .st-key-card-close button";

function pressed(event) {
  const at = event.composedPath()[0];
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const does = {
    "/": () => find(),
    "?": () => listKeys(),
    Escape: () => close(),
    n: () => mark(1),
    p: () => mark(-1),
    ArrowDown: () => step(at, 1),
    ArrowUp: () => step(at, -1),
  }[event.key];
  if (does && does()) event.preventDefault();
}

function find() {
  const field = document.querySelector(".st-key-find input");
  const hidden = field && field.getBoundingClientRect().right <= 0;
  if (hidden) document.querySelector("[data-testid=stExpandSidebarButton]")?.click();
  field?.focus();
  return field;
}

function close() {
  const open = document.querySelector(".t-tip:not([hidden])");
  if (open) { open.hidden = true; return true; }
  const button = document.querySelector(OPEN) ? null : document.querySelector(CLOSE);
  button?.click();
  return button;
}

function listKeys() {
  const list = document.createElement("dialog");
  list.className = "t-keys";
  list.setAttribute("aria-label", "Keys");
  const rows = KEYS.flatMap((row) => row.map((said, i) => {
    const cell = document.createElement(i ? "dd" : "dt");
    cell.textContent = said;
    return cell;
  }));
  const keys = document.createElement("dl");
  const shut = document.createElement("button");
  shut.textContent = "Close";
  shut.onclick = () => list.close();
  keys.append(...rows);
  list.append(keys, shut);
  list.onclose = () => list.remove();
  document.body.append(list);
  list.showModal();
  return true;
}

/* The marks of all articles that are open, in order; the one that has the focus stands in an article's shadow. */
function mark(by) {
  const articles = [...document.querySelectorAll("[class*=st-key-reader-] *")].filter((one) => one.shadowRoot);
  const marks = articles.flatMap((one) => [...one.shadowRoot.querySelectorAll("[role=button]")]);
  const now = marks.indexOf(document.activeElement?.shadowRoot?.activeElement);
  const next = marks[now < 0 && by < 0 ? marks.length - 1 : now + by];
  next?.focus();
  return next;
}

function step(at, by) {
  const list = at.closest(LISTS);
  const entries = list ? [...list.querySelectorAll(list.matches("ol") ? "li" : "a")] : [];
  const next = entries[entries.findIndex((one) => one.contains(at)) + by];
  const stop = next?.matches("a") ? next : next?.querySelector("a");
  if (entries.some((one) => one.contains(at))) stop?.focus();
  return stop;
}

/* Which way a table is gone through: by keys it is only walked over, until Enter opens a row; the first cell is come to
   where the table gets the focus. The table tells the app of a step after a pause, so Enter waits for longer. */
const PAUSE = 400;
let way = "pointer";
let byKeys = false;  // was the last that the visitor did a key? A click gives the focus too
function inTable(event) {
  byKeys = true;
  if (event.key.startsWith("Arrow")) walk(event, "keys");
  if (event.key !== "Enter" || !event.target.closest?.("[class*=st-key-opens-] [data-testid=stDataFrame]")) return;
  event.stopPropagation();
  walk(event, "keys");
  window.setTimeout(() => window.tellingsPage.setTriggerValue("enter", Date.now()), PAUSE);
}

function walk(event, by) {
  if (by === way || !event.target.closest?.("[data-testid=stDataFrame]")) return;
  way = by;
  window.tellingsPage.setStateValue("by", by);
}

function clicked(event) {
  const share = event.target.closest?.(".t-share");
  if (share) copy(share);
  if (event.target.closest?.(".t-keys-list")) listKeys();
  const link = event.composedPath().find((one) => one.tagName === "a" || one.tagName === "A");
  const aside = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
  if (!link || aside || event.defaultPrevented || link.hasAttribute("download")) return;
  const address = new URL(link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "", document.baseURI);
  if (address.origin !== window.location.origin || link.getAttribute("target") === "_blank") return;
  event.preventDefault();
  turn(address);
}

/* The second click of a double click on a chart asks for nothing more: it would take back what the first one opened. */
function again(event) {
  return event.detail > 1 && event.target.closest?.(".js-plotly-plot") && !event.target.closest(".modebar");
}

/* A link within the app turns the page and keeps the session: no script is fetched again. */
function turn(address) {
  window.history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.scrollTo(0, 0);
}

async function copy(button) {
  const address = window.location.href;
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    const field = document.createElement("textarea");  // where the app is shared without TLS there is no clipboard
    field.value = address;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const alone = /^(localhost|127\.|\[::1\])/.test(window.location.hostname);
  button.nextElementSibling.textContent = alone
    ? "Copied. It opens on this computer; for a class, start with: python start.py --share"
    : "Copied. Whoever can reach this server sees the same view.";
}

/* The tour begins by itself where somebody opens the overview for the first time: its first step is there, and is shown.
   It is in the address then, and what is opened next takes it along or leaves it. */
const BEEN = "tellings has been shown round";
function welcome() {
  const address = new URL(window.location.href);
  const bare = /\/(overview|home)?$/.test(address.pathname) && [...address.searchParams.keys()].every((key) => key === "corpus");
  const newcomer = bare && !window.localStorage.getItem(BEEN);
  if (newcomer) {
    window.localStorage.setItem(BEEN, "yes");
    document.documentElement.dataset.tellingsNewcomer = "";
    address.searchParams.set("tour", "1");
    window.history.replaceState(window.history.state, "", address);
  }
}

function shown() {
  const going = new URLSearchParams(window.location.search).get("tour") === "1";
  if (!going) delete document.documentElement.dataset.tellingsNewcomer;
}

/* What room a window has is told to the app, which draws its charts for it: a telephone's, that of a laptop at 200 % (with
   larger type, of a projector), one so small that what is beside a chart elsewhere stands below it, and a large screen.
   Each has a name, and what it asks of the window without larger type and with it. A cookie keeps both names, so that the
   next session is drawn for its window at once. */
const NARROW = [
  ["telephone", "(max-width: 480px)", "(max-width: 480px)"],
  ["half", "(max-width: 1009px)", "(max-width: 1100px)"],
  ["small", "(max-width: 1180px)", "not all"],
  ["roomy", "(min-width: 1500px)", "(min-width: 1950px)"],
].map(([name, ...asked]) => ({ name, queries: asked.map((query) => window.matchMedia(query)) }));
let narrow = null;
function tellNarrow() {
  const { large, window: drawn } = window.tellingsPage.data;
  const rooms = [0, 1].map((size) => NARROW.find(({ queries }) => queries[size].matches)?.name ?? "");
  document.cookie = `tellings-window=${rooms.join(".")}; path=/; max-age=31536000; samesite=strict`;
  narrow ??= drawn;
  if (rooms[Number(large)] === narrow) return;
  narrow = rooms[Number(large)];
  window.tellingsPage.setStateValue("narrow", narrow);
}

/* What a term means, or the whole of a chart's label that is cut, beside it, while the pointer or the focus rests on it;
   Esc takes it away. */
let tip = null;
function explain(event) {
  const term = event.target.closest?.(".t-term") ?? cut(event.target);
  if (event.target === tip || (!term && tip === null)) return;
  tip ??= document.body.appendChild(Object.assign(document.createElement("div"), { className: "t-tip", hidden: true }));
  tip.setAttribute("aria-hidden", "true");
  const leaves = event.type === "pointerout" || event.type === "focusout";
  if (leaves && event.relatedTarget === tip) return;
  tip.hidden = leaves || !term;
  if (tip.hidden) return;
  tip.textContent = term.getAttribute("aria-description") ?? whole(term);
  const box = term.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  tip.style.left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 8)) + "px";
  const below = box.bottom + tip.offsetHeight < window.innerHeight;
  tip.style.top = (below ? box.bottom : box.top - tip.offsetHeight) + "px";
}

/* A label of a row or the head of a column that is cut, and all of it, which the figure has by the place on its axis. */
function cut(at) {
  const label = at.closest?.(".js-plotly-plot :is(.ytick, .xtick, .x2tick)");
  return label?.textContent.includes("…") && whole(label) ? label : undefined;
}

function whole(label) {
  const [rows, heads] = label.closest(".js-plotly-plot").layout?.meta ?? [];
  return (label.matches(".ytick") ? rows : heads)?.[label.__data__?.x];
}

/* Two articles side by side scroll together: what both have reaches the top of both at once, and between two such
   sentences each is as far on its way as the other. */
let moved = null;
function together(event) {
  const pane = event.target;
  if (!pane.matches?.("[class*=st-key-reader-pane-]")) return;
  if (pane === moved) { moved = null; return; }
  for (const other of document.querySelectorAll("[class*=st-key-reader-pane-]")) {
    if (other === pane) continue;
    const here = pane.scrollHeight - pane.clientHeight, there = other.scrollHeight - other.clientHeight;
    const mine = pane.steps?.() ?? [];
    const steps = (other.steps?.() ?? []).map((at, i) => [mine[i], at]);
    const known = [[0, 0], ...steps.filter(([a, b]) => a > 0 && b > 0 && a < here && b < there), [here, there]];
    const next = Math.max(1, known.findIndex(([at]) => at >= pane.scrollTop));
    const [[a, b], [c, d]] = [known[next - 1], known[next]];
    const to = b + ((pane.scrollTop - a) / Math.max(1, c - a)) * (d - b);
    if (Math.abs(other.scrollTop - to) < 1) continue;
    moved = other;
    other.scrollTop = to;
  }
}

/* One act of a visitor makes one entry of the history, so that one Back is the page as it was: where a click turns to
   another page, Streamlit makes two, the old page with the new page's filters, then the new page. */
function oneEntryPerAct() {
  if (window.history.pushState.onePerAct) return;
  const push = window.history.pushState;
  let acted = true;
  const act = (event) => { if (!again(event)) acted = true; };
  for (const kind of ["mousedown", "touchstart", "click", "keydown", "popstate"]) window.addEventListener(kind, act, true);
  window.history.pushState = function (...entry) {
    if (document.fullscreenElement) document.exitFullscreen();  // what was opened stands beside the chart
    if (acted) push.apply(window.history, entry);
    else window.history.replaceState(...entry);
    acted = false;
    shown();
  };
  window.history.pushState.onePerAct = true;
}

/* The views of a report live as long as the window: a reload begins a session without them, which takes them up. */
function remember({ corpus, known, ids, changed }) {
  const place = `tellings report ${corpus}`;
  let kept = [];
  try { kept = JSON.parse(window.sessionStorage.getItem(place) ?? "[]"); } catch { /* nothing that can be read */ }
  if (!known) {
    if (kept.length) window.tellingsPage.setTriggerValue("kept", JSON.stringify(kept));
    return;
  }
  const now = changed ? JSON.parse(changed) : null;
  const all = new Map([...kept, ...(now ? [now] : [])].map((view) => [view.id, view]));
  const views = ids.map((id) => all.get(id)).filter(Boolean);
  // Where all of it has no room, the pictures are left out.
  for (const some of [views, views.map((view) => ({ ...view, figures: [] }))]) {
    try { window.sessionStorage.setItem(place, JSON.stringify(some)); return; } catch { /* the window's memory is full */ }
  }
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
