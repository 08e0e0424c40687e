/* The player: hls.js where `make assets` installed it and the browser wants it, else the browser's own HLS, else a sentence. */
"use strict";

const ASK_EVERY = 3000;
const RETRY_AFTER = 2000;

const box = document.getElementById("player");
const video = box.querySelector("video");
const line = box.querySelector(".state");
let playing = false;
let hls = null;

function isSafari() {
  return /^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent);
}

function stop() {
  hls?.destroy();
  hls = null;
  playing = false;
}

function withLibrary(source) {
  hls = new window.Hls({ liveSyncDurationCount: 3, enableWorker: false });
  hls.on(window.Hls.Events.ERROR, (_event, data) => {
    if (data.fatal) {
      stop();
      setTimeout(follow, RETRY_AFTER);
    }
  });
  hls.loadSource(source);
  hls.attachMedia(video);
}

function play(source) {
  const native = video.canPlayType("application/vnd.apple.mpegurl");
  if (native && (isSafari() || !window.Hls?.isSupported())) {
    video.src = source;
  } else if (window.Hls?.isSupported()) {
    withLibrary(source);
  } else {
    line.textContent = "这个浏览器不能播放直播画面，请看下面的图文直播；庭审结束后可看回放。";
    return;
  }
  playing = true;
  video.play().catch(() => undefined);
}

async function follow() {
  let state;
  try {
    const answer = await fetch(box.dataset.state);
    state = answer.ok ? await answer.json() : null;
  } catch {
    return;
  }
  if (!state) {
    return;
  }
  line.className = `state ${state.state}`;
  line.textContent = state.says;
  if (state.playable && !playing) {
    play(box.dataset.stream);
  }
}

video.addEventListener("error", () => {
  stop();
  video.removeAttribute("src");
});
follow();
setInterval(follow, ASK_EVERY);
