/* Conveniences of the judgment page: where the reader is, printing, copying the citation. Everything works without them. */
"use strict";

const links = new Map(
  [...document.querySelectorAll("[data-contents] a")].map((link) => [link.hash.slice(1), link]),
);

function show(link) {
  for (const other of links.values()) {
    other.removeAttribute("aria-current");
  }
  link.setAttribute("aria-current", "true");
}

const watcher = new IntersectionObserver(
  (entries) => {
    const reached = entries.filter((entry) => entry.isIntersecting);
    if (reached.length > 0) {
      show(links.get(reached[0].target.id));
    }
  },
  { rootMargin: "0px 0px -70% 0px" },
);

for (const id of links.keys()) {
  const part = document.getElementById(id);
  if (part) {
    watcher.observe(part);
  }
}

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.querySelector("button").addEventListener("click", () => window.print());
}

const copy = document.querySelector("[data-copy]");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("[data-citation]").textContent);
    document.querySelector("[data-copied]").textContent = "已复制";
  });
}
