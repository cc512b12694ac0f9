"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const film = JSON.parse($("film").textContent);
  const say = film.words;
  const kept = "topa-review " + film.name + " " + film.mark;
  const video = $("video");
  const told = $("told");
  const who = $("who");
  let comments = [];
  let keeps = true;
  let saved = true;

  const isComment = (c) => c && typeof c.text === "string" && typeof c.shot === "string" &&
    typeof c.at === "number" && typeof c.by === "string";
  try {
    const found = JSON.parse(localStorage.getItem(kept) || "{}");
    comments = (Array.isArray(found.comments) ? found.comments : []).filter(isComment);
    who.value = typeof found.by === "string" ? found.by : "";
    saved = comments.length === 0 || found.saved === true;
  } catch (error) {
    keeps = false;
  }

  const text = atob($("clip").textContent.trim());
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  video.src = URL.createObjectURL(new Blob([bytes], { type: "video/mp4" }));

  const tell = (words) => { told.textContent = words; };
  const fill = (words, value) => words.replace("{value}", value);
  const second = (at) => fill(say.at, String(at).replace(".", film.point));
  const shotAt = (seconds) => film.shots.findLast((shot) => shot.start <= seconds + 0.001) || film.shots[0];
  const round = (number) => Math.round(number * 1000) / 1000;

  const keep = () => {
    try {
      localStorage.setItem(kept, JSON.stringify({ by: who.value, comments, saved }));
      keeps = true;
    } catch (error) {
      keeps = false;
    }
    $("save").textContent = fill(say.save, comments.length);
    if (!keeps) tell(say.notKept);
  };

  const show = (key) => {
    const list = document.querySelector(`[data-own="${CSS.escape(key)}"]`);
    list.replaceChildren(...comments.filter((c) => c.shot === key).map((comment) => {
      const item = document.createElement("li");
      const gone = document.createElement("button");
      gone.className = "plain";
      gone.type = "button";
      gone.textContent = say.remove;
      gone.setAttribute("aria-label", say.remove + ": " + comment.text);
      gone.addEventListener("click", () => {
        comments = comments.filter((c) => c !== comment);
        saved = false;
        keep();
        show(key);
        document.querySelector(`[data-box="${CSS.escape(key)}"]`).focus();
      });
      const head = document.createElement("b");
      head.textContent = (comment.by ? comment.by + " · " : "") + second(comment.at) + "  ";
      item.append(gone, head, comment.text);
      return item;
    }));
  };

  const moment = (shot) => {
    const inside = video.currentTime - shot.start;
    return inside > 0 && inside < shot.seconds ? round(inside) : 0;
  };

  film.shots.forEach((shot, place) => { shot.article = $("shot-" + (place + 1)); });
  for (const shot of film.shots) {
    const box = document.querySelector(`[data-box="${CSS.escape(shot.key)}"]`);
    const label = document.querySelector(`[data-at="${CSS.escape(shot.key)}"]`);
    let at = 0;
    const add = () => {
      const words = box.value.trim();
      if (!words) {
        box.focus();
        return;
      }
      comments.push({ shot: shot.key, at, by: who.value.trim(), text: words });
      saved = false;
      box.value = "";
      tell(say.added);
      keep();
      show(shot.key);
      box.focus();
    };
    box.addEventListener("focus", () => {
      video.pause();
      if (!box.value) at = moment(shot);
      label.textContent = second(at);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) add();
    });
    document.querySelector(`[data-add="${CSS.escape(shot.key)}"]`).addEventListener("click", add);
    document.querySelector(`[data-play="${CSS.escape(shot.key)}"]`).addEventListener("click", () => {
      video.currentTime = shot.start + 0.001;
      video.play().catch(() => tell(say.noFilm));
    });
    show(shot.key);
  }

  let here = null;
  const follow = () => {
    const shot = shotAt(video.currentTime);
    if (shot === here) return;
    if (here) here.article.classList.remove("here");
    here = shot;
    shot.article.classList.add("here");
    $("now").textContent = shot.number + "  " + shot.title;
  };
  video.addEventListener("timeupdate", follow);
  video.addEventListener("seeked", follow);
  video.addEventListener("error", () => tell(say.noFilm));
  who.addEventListener("change", keep);
  $("to-shot").addEventListener("click", () => {
    const box = document.querySelector(`[data-box="${CSS.escape((here || film.shots[0]).key)}"]`);
    box.focus();
    box.scrollIntoView({ block: "center" });
  });

  $("save").addEventListener("click", () => {
    const named = (key) => film.shots.filter((s) => s.key === key).map((s) => s.number + " " + s.title)[0] || "";
    const file = { topa_comments: 1, film: film.name, title: film.title,
      comments: comments.map((c) => ({ ...c, named: named(c.shot) })) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
    link.download = film.file;
    link.click();
    saved = true;
    keep();
    tell(fill(say.saved, film.file));
  });
  window.addEventListener("beforeunload", (event) => {
    if (!saved && !keeps) event.preventDefault();
  });
  keep();
  follow();
})();
