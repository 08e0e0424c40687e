/* Where in the original something lies: what is selected on either side, and a caret that the keyboard moves. */

const BREAK = /[，。；：、！？,.;:!?]/;

/** Offsets of the original are counted in characters, those of a text node in UTF-16 units. */
const characters = (text, units) => [...text.slice(0, units)].length;

const segmentsOf = (pane) => [...pane.querySelectorAll("[data-s]")];

/** The stretch of the original that is selected: {paragraph, start, end, until, text}, or null. */
export function selectedPlace() {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const from = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer;
  const side = from.closest(".left, .right") ?? sideOf(range);
  if (!side) {
    return null;
  }
  const name = side.classList.contains("left") ? "left" : "right";
  const touched = [...document.querySelectorAll(`.pairs .${name} [data-s]`)].filter((one) => range.intersectsNode(one));
  const inside = touched.filter((one) => !isEmptyEdge(one, range));
  if (inside.length === 0) {
    return null;
  }
  const first = inside[0];
  const last = inside.at(-1);
  return {
    paragraph: paragraphOf(first),
    start: edge(first, range.startContainer, range.startOffset, "start"),
    until: paragraphOf(last),
    end: edge(last, range.endContainer, range.endOffset, "end"),
    text: selection.toString(),
  };
}

const paragraphOf = (segment) => Number(segment.closest("[data-paragraph]").dataset.paragraph);

function sideOf(range) {
  return [...document.querySelectorAll(".pairs .left, .pairs .right")].find((pane) => range.intersectsNode(pane));
}

/** Whether a range only touches a segment at its very end or its very beginning. */
function isEmptyEdge(segment, range) {
  const length = segment.textContent.length;
  const begins = segment.contains(range.startContainer) && range.startContainer.nodeType === Node.TEXT_NODE && range.startOffset === length;
  const ends = segment.contains(range.endContainer) && range.endContainer.nodeType === Node.TEXT_NODE && range.endOffset === 0;
  return begins || ends;
}

function edge(segment, container, offset, which) {
  const bounds = { start: Number(segment.dataset.s), end: Number(segment.dataset.e) };
  const isMask = segment.tagName === "BUTTON";
  if (isMask || !segment.contains(container) || container.nodeType !== Node.TEXT_NODE) {
    return bounds[which];
  }
  return bounds.start + characters(segment.textContent, offset);
}

/** A caret in the original for those who do not use a mouse: one character wide, widened with Shift. */
export class Caret {
  constructor(row) {
    this.anchor = { row, at: 0 };
    this.focus = { row, at: 1 };
    this.show();
  }

  static paneOf(row) {
    return row.querySelector(".left");
  }

  /** Moves for one key; returns whether the key meant the caret. */
  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const rows = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      this.along(step, event.shiftKey, event.ctrlKey || event.altKey);
    } else if (rows) {
      this.across(rows, event.shiftKey);
    } else if (event.key === "Home" || event.key === "End") {
      this.move({ row: this.focus.row, at: event.key === "Home" ? 0 : this.length(this.focus.row) }, event.shiftKey);
    } else {
      return false;
    }
    this.show();
    return true;
  }

  length(row) {
    return Caret.paneOf(row).textContent.length;
  }

  along(step, widen, far) {
    const text = Caret.paneOf(this.focus.row).textContent;
    let at = this.focus.at;
    do {
      at += step;
    } while (far && at > 0 && at < text.length && !BREAK.test(text[step > 0 ? at - 1 : at]));
    this.move({ row: this.focus.row, at: Math.min(Math.max(at, 0), text.length) }, widen);
  }

  across(step, widen) {
    const rows = [...document.querySelectorAll(".pair[data-row]")].filter((one) => this.length(one) > 0);
    const row = rows[rows.indexOf(this.focus.row) + step];
    if (row) {
      this.move({ row, at: widen && step > 0 ? this.length(row) : widen ? 0 : 1 }, widen);
    }
  }

  move(focus, widen) {
    this.focus = focus;
    if (!widen) {
      this.focus.at = Math.max(1, focus.at);
      this.anchor = { row: focus.row, at: this.focus.at - 1 };
    }
  }

  show() {
    const [from, fromOffset] = textAt(Caret.paneOf(this.anchor.row), this.anchor.at);
    const [to, toOffset] = textAt(Caret.paneOf(this.focus.row), this.focus.at);
    if (from && to) {
      window.getSelection().setBaseAndExtent(from, fromOffset, to, toOffset);
      this.focus.row.scrollIntoView({ block: "nearest" });
    }
  }
}

function textAt(pane, offset) {
  let left = offset;
  for (const segment of segmentsOf(pane)) {
    const node = segment.firstChild;
    if (node && left <= node.length) {
      return [node, left];
    }
    left -= node ? node.length : 0;
  }
  return [null, 0];
}
