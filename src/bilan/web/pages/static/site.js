// What a page does more with a script: it follows a job, and lets a form be sent once.
"use strict";
for (const form of document.querySelectorAll("form.once")) {
  form.addEventListener("submit", () => setTimeout(() => { for (const one of form.querySelectorAll("button")) one.disabled = true; }));
}
addEventListener("pageshow", () => { for (const one of document.querySelectorAll("form.once button")) one.disabled = false; });
for (const panel of document.querySelectorAll("[data-follow]")) {
  const source = new EventSource(panel.dataset.follow);
  source.addEventListener("job", (event) => {
    const told = JSON.parse(event.data);
    if (told.ended) { source.close(); location.reload(); return; }
    panel.querySelector("[data-status]").textContent = told.sentence;
    const bar = panel.querySelector("[data-progress]");
    bar.value = told.done;
    bar.textContent = told.percent;
    const state = panel.querySelector(".state");
    state.className = `state state-${told.state}`;
    state.textContent = told.word;
    for (const one of panel.querySelectorAll("[data-stage]")) {
      if (one.dataset.stage === told.stage) one.setAttribute("aria-current", "step"); else one.removeAttribute("aria-current");
    }
  });
}
