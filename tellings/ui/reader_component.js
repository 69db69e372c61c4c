// Draws an article from data: every piece of text becomes a text node, never markup.
// Each mark can be reached by Tab (its first piece, or a quotation's bar) and opened by a click, Enter or Space.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let article = parentElement.querySelector("article");
  if (!article) {
    article = document.createElement("article");
    parentElement.appendChild(article);
  }
  const drawn = JSON.stringify([data.blocks, data.marks, data.notes]);
  if (article.drawn !== drawn) {
    draw(article, data);
    article.drawn = drawn;
  }
  const open = (event) => {
    const target = event.target.closest ? event.target.closest("[data-mark]") : null;
    if (!target || !article.contains(target)) return;
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (event.type === "click" && String(window.getSelection() || "").length > 0) return;
    event.preventDefault();
    const mark = article.marks[Number(target.dataset.mark)];
    setTriggerValue("picked", mark.kind + " " + mark.id);
  };
  article.onclick = open;
  article.onkeydown = open;
  offer(parentElement, article, data, setTriggerValue);
  select(article, data.selected);
  keepStep(article, data.shared || []);
}

// Pixels of the widest window in which the card stands over the foot of the article (page.css).
const STACKED = 1180;
// Where what the article beside this one has too stands in its pane: the page scrolls the two by it.
function keepStep(article, shared) {
  const pane = article.getRootNode().host?.closest("[class*=st-key-reader-pane-]") ?? article.closest("[class*=st-key-reader-pane-]");
  if (!pane) return;
  const spans = [...article.querySelectorAll("[data-start]")];
  const at = shared.map((start) => spans.findLast((span) => Number(span.dataset.start) <= start));
  pane.steps = () => {
    const top = pane.getBoundingClientRect().top - pane.scrollTop;
    return at.map((span) => (span ? span.getBoundingClientRect().top - top : 0));
  };
}

// Words that are selected with the pointer can be marked as a name that was missed: a button stands below them.
function offer(parent, article, data, setTriggerValue) {
  let button = parent.querySelector("button.missed");
  if (!button) {
    button = document.createElement("button");
    button.className = "missed";
    button.textContent = "A name that was missed?";
    button.hidden = true;
    parent.appendChild(button);
    button.onmousedown = (event) => event.preventDefault();
  }
  article.onmouseup = () => {
    const chosen = data.markable ? chosenSpan(article) : null;
    button.hidden = !chosen;
    if (!chosen) return;
    const origin = article.getBoundingClientRect();
    button.style.left = Math.max(0, Math.min(chosen.box.left - origin.left, origin.width - 190)) + "px";
    button.style.top = chosen.box.bottom - origin.top + 4 + "px";
    button.onclick = () => {
      button.hidden = true;
      window.getSelection().removeAllRanges();
      setTriggerValue("picked", "span :s" + chosen.start + "-" + chosen.end);
    };
  };
}

function chosenSpan(article) {
  const root = article.getRootNode();
  const selection = (root.getSelection && root.getSelection()) || window.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const words = selection.toString();
  const start = offset(article, range.startContainer, range.startOffset);
  const end = offset(article, range.endContainer, range.endOffset);
  if (start === null || end === null || !words.trim() || words.length > 200 || words.includes("\n")) return null;
  const before = Array.from(words).length - Array.from(words.trimStart()).length;
  const after = Array.from(words).length - Array.from(words.trimEnd()).length;
  return { start: start + before, end: end - after, box: range.getBoundingClientRect() };
}

function offset(article, node, at) {
  const piece = node.parentElement && node.parentElement.closest("[data-start]");
  if (node.nodeType !== Node.TEXT_NODE || !piece || !article.contains(piece)) return null;
  return Number(piece.dataset.start) + Array.from(node.data.slice(0, at)).length;
}

function draw(article, data) {
  article.replaceChildren();
  article.marks = data.marks;
  article.setAttribute("aria-label", data.label);
  const begun = new Set();
  for (const block of data.blocks) {
    const p = document.createElement("p");
    p.className = block.kind + (block.counted ? "" : " apart");
    for (const [start, text, marks] of block.segments) {
      for (const number of marks) {
        const mark = data.marks[number];
        if (mark.kind === "quotations" && !begun.has(number)) {
          begun.add(number);
          p.appendChild(bar(mark, number));
          p.classList.add("quoting");
        }
      }
      p.appendChild(piece(data.marks, start, text, marks, begun));
    }
    if (!block.counted) p.appendChild(label(block.kind));
    article.appendChild(p);
    for (const [place, number] of data.notes || []) {
      const told = () => note(data.marks[number], number);
      if (place === block.start) article.insertBefore(told(), p);
      else if (place > block.start && place <= block.end) article.appendChild(told());
    }
  }
}

// What is left out here, at the place where it would stand: beside the text, and no part of it.
function note(mark, number) {
  const element = document.createElement("div");
  element.className = "left-out";
  element.dataset.mark = number;
  element.appendChild(document.createTextNode(mark.title));
  reachable(element, mark.title);
  return element;
}

function piece(all, start, text, marks, begun) {
  const span = document.createElement("span");
  span.dataset.start = start;
  span.dataset.end = start + Array.from(text).length;
  span.appendChild(document.createTextNode(text));
  if (!marks.length) return span;
  const quoted = marks.filter((n) => all[n].kind === "quotations");
  const named = marks.filter((n) => all[n].kind !== "quotations");
  if (quoted.length) span.classList.add("quotations");
  for (const n of named) span.classList.add("m", all[n].group);
  const inner = named.length ? named[named.length - 1] : quoted[quoted.length - 1];
  span.dataset.mark = inner;
  span.title = all[inner].title;
  if (named.length) {
    const first = [...named].reverse().find((n) => !begun.has(n));
    if (first !== undefined) {
      begun.add(first);
      reachable(span, text + ": " + all[first].title);
    }
  }
  return span;
}

function bar(mark, number) {
  const element = document.createElement("span");
  element.className = "bar " + mark.title.split(" ")[0];
  element.dataset.mark = number;
  element.title = mark.title;
  reachable(element, mark.title);
  return element;
}

function reachable(element, words) {
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", words);
}

function label(kind) {
  const element = document.createElement("span");
  element.className = "what";
  element.textContent = kind + ", not counted";
  return element;
}

function select(article, selected) {
  const key = JSON.stringify(selected);
  let first = null;
  for (const span of article.querySelectorAll("[data-start]")) {
    const inside =
      selected && Number(span.dataset.start) >= selected[0] && Number(span.dataset.start) < selected[1];
    span.classList.toggle("selected", Boolean(inside));
    if (inside && !first) first = span;
  }
  if (article.selectedSpan !== key && first) {
    const box = first.getBoundingClientRect();
    const seen = (window.innerWidth > STACKED ? 1 : 0.6) * window.innerHeight;
    if (box.top < 0 || box.bottom > seen) first.scrollIntoView({ block: "center" });
  }
  article.selectedSpan = key;
}
