/* The live text: asks for the posts every few seconds, and counts this page as one that follows. Without it, 刷新 does the same. */
"use strict";

const ASK_EVERY = 5000;
const COUNT_EVERY = 45000;
const ENDED = new Set(["ended", "pulled"]);

const posts = document.getElementById("posts");
const page = [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, "0")).join("");
let etag = "";

function stateOf(box) {
  return box.querySelector("[data-state]")?.dataset.state ?? "";
}

async function ask() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(posts.dataset.address, { headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status === 200) {
      etag = answer.headers.get("ETag") ?? "";
      const before = stateOf(posts);
      posts.innerHTML = await answer.text();
      if (ENDED.has(stateOf(posts)) && !ENDED.has(before)) {
        window.location.reload();
      }
    }
  } catch {
    // The network is away for a moment: the next time asks again.
  }
}

function count() {
  if (!document.hidden) {
    const body = new URLSearchParams({ page });
    fetch(posts.dataset.watching, { method: "POST", body, keepalive: true }).catch(() => undefined);
  }
}

posts.setAttribute("aria-live", "polite");
setInterval(ask, ASK_EVERY);
setInterval(count, COUNT_EVERY);
count();
