/* The console: shows anew how the broadcast stands, cuts on Escape, plays the recording under review. */
"use strict";

const ASK_EVERY = 2000;
const box = document.getElementById("console");
const cut = document.getElementById("cut");
const review = document.querySelector("video.review");

function put(name, text) {
  const place = box.querySelector(`[data-now="${name}"]`);
  if (place && place.textContent !== String(text)) {
    place.textContent = text;
  }
}

function isTyping() {
  const field = document.activeElement;
  return Boolean(field?.matches("input, select, textarea") && field.value);
}

async function ask() {
  try {
    const answer = await fetch(box.dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      return;
    }
    const now = await answer.json();
    put("says", now.says);
    put("push", now.publishing ? "已接入" : "未接入");
    put("last_sign", now.last_sign || "—");
    put("pieces", now.pieces);
    put("watching", now.watching);
    if (now.page !== box.dataset.page && !isTyping()) {
      window.location.reload();
    }
  } catch {
    put("says", "与门户的连接中断，正在重试");
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing && !event.repeat && cut) {
    event.preventDefault();
    cut.form.requestSubmit(cut);
  }
});

if (review) {
  if (window.Hls?.isSupported()) {
    const hls = new window.Hls({ enableWorker: false });
    hls.loadSource(review.dataset.source);
    hls.attachMedia(review);
  } else {
    review.src = review.dataset.source;
  }
}
setInterval(ask, ASK_EVERY);
