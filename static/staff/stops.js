/* The stops of the review page: open doubts first, then every mask and removed passage; and how each comes into view. */

const HIGHLIGHT = "doubt-target";
const work = document.getElementById("work");

export const openDoubts = () => [...work.querySelectorAll(".doubt.blocking, .doubt.notice")];
export const stops = () => [...openDoubts(), ...work.querySelectorAll(".right button.mask, .left .removed")];

/** The row a doubt speaks of comes into view, its word is marked; other stops come into view themselves. */
export function showPlaceOf(stop) {
  CSS.highlights?.delete(HIGHLIGHT);
  if (!stop.matches(".doubt")) {
    stop.scrollIntoView({ block: "center" });
    return;
  }
  stop.scrollIntoView({ block: "nearest" });
  const ranges = stop.dataset.target ? rangesOf(stop.dataset.target) : [];
  if (ranges.length > 0 && CSS.highlights) {
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  }
  rowOf(stop, ranges)?.scrollIntoView({ block: "center" });
}

export function rowOf(doubt, ranges = []) {
  const [paragraph] = (doubt.dataset.place ?? "").split(",");
  return (
    (paragraph && work.querySelector(`.pair[data-row="${paragraph}"]`)) ||
    ranges[0]?.startContainer.parentElement.closest(".pair") ||
    work.querySelector(`.pair[data-where="${CSS.escape(doubt.dataset.where)}"]`)
  );
}

function rangesOf(words) {
  const found = [];
  for (const segment of work.querySelectorAll(".pairs span[data-s]")) {
    const node = segment.firstChild;
    for (let at = node ? node.data.indexOf(words) : -1; at >= 0; at = node.data.indexOf(words, at + words.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      found.push(range);
    }
  }
  return found;
}
