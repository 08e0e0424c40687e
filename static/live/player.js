/* The player: hls.js where `make assets` installed it and the browser wants it, else the browser's own HLS, else a sentence. */
"use strict";

const ASK_EVERY = 3000;
const RETRY_AFTER = 2000;
const WAITS_FROM = 40 * 60 * 1000;
const STALLED_AFTER = 24 * 1000;

const box = document.getElementById("player");
const video = box.querySelector("video");
const line = box.querySelector(".state");
let playing = false;
let hls = null;
let lastTime = 0;
let standing = 0;

function isSafari() {
  return /^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent);
}

function stop() {
  hls?.destroy();
  hls = null;
  playing = false;
  standing = 0;
}

/* A list that stood still for long, as in a cut, is begun anew when it moves on; whoever pressed pause is left alone. */
function isStuck(state) {
  standing = video.currentTime === lastTime && !video.paused && state === "live" ? standing + 1 : 0;
  lastTime = video.currentTime;
  return standing * ASK_EVERY > STALLED_AFTER;
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

function isEarly() {
  return box.dataset.begins && Date.parse(box.dataset.begins) - Date.now() > WAITS_FROM;
}

async function follow() {
  if (document.hidden || isEarly()) {
    return;
  }
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
  if (!video) {
    if (state.state !== "waiting") {
      window.location.reload();
    }
    return;
  }
  line.className = `state ${state.state}`;
  line.textContent = state.says;
  if (playing && isStuck(state.state)) {
    stop();
  }
  if (state.playable && !playing) {
    play(box.dataset.stream);
  }
}

video?.addEventListener("error", () => {
  stop();
  video.removeAttribute("src");
});
follow();
setInterval(follow, ASK_EVERY);
