/* Conveniences of the judgment page: where the reader is, printing, copying the citation. Everything works without them. */
"use strict";

const NEAR_TOP = 48;

const links = new Map(
  [...document.querySelectorAll("[data-contents] a")].map((link) => [link.hash.slice(1), link]),
);
const parts = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

function presentPart() {
  const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
  const asked = document.getElementById(window.location.hash.slice(1));
  // The last parts cannot come up to the top: there the part that was asked for counts.
  if (end && parts.includes(asked)) {
    return asked;
  }
  return parts.filter((part) => part.getBoundingClientRect().top <= NEAR_TOP).at(-1) ?? parts[0];
}

function follow() {
  const present = links.get(presentPart().id);
  for (const link of links.values()) {
    if (link === present) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

if (parts.length > 0) {
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("hashchange", follow);
  follow();
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
