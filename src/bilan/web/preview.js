// Pictures of the pages, renewed with every save; the page in view stays in view.
"use strict";
const NAMES = ["audience", "lang", "sample"];
const at = (id) => document.getElementById(id);
const asked = () => new URLSearchParams(NAMES.map((name) => [name, at(name).value]));
const many = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
let turn = 0;

async function begin() {
  const { choices, first } = await (await fetch("choices")).json();
  const wanted = new URLSearchParams(location.search);
  for (const name of NAMES) {
    at(name).replaceChildren(...choices[name].map((one) => new Option(one, one)));
    at(name).value = choices[name].includes(wanted.get(name)) ? wanted.get(name) : first[name];
    at(name).addEventListener("change", () => { window.scrollTo(0, 0); show(); });
  }
  const news = new EventSource("events");
  news.onmessage = show;
  news.onerror = () => { at("state").textContent = "connection lost, trying again"; };
}

async function show() {
  const mine = ++turn;
  const query = asked();
  history.replaceState(null, "", `?${query}`);
  at("state").textContent = "rendering";
  let said;
  try {
    said = await (await fetch(`pages?${query}`)).json();
  } catch {
    at("state").textContent = "connection lost, trying again";
    return;
  }
  if (mine !== turn) return;
  tell(said);
  if (!said.error) await pictures(said, query, mine);
  if (mine !== turn) return;
  const steps = said.steps.length ? `, ${many(said.steps.length, "step")} to fit` : "";
  at("state").textContent = said.error ? "not rendered" : `${many(said.pages, "page")}${steps}, ${said.seconds} s`;
  at("state").dataset.version = said.version;
}

function tell(said) {
  const error = at("error");
  error.hidden = !said.error;
  at("pages").classList.toggle("old", Boolean(said.error));
  if (said.error) {
    error.querySelector("h2").textContent = said.error.where;
    error.querySelector("pre").textContent = said.error.lines.join("\n");
    error.querySelector("p").textContent = said.error.hint;
    error.scrollIntoView({ block: "nearest" });
  }
  const lines = [...said.problems, ...said.steps.map((one) => `to fit: ${one}`)];
  at("problems").hidden = lines.length === 0;
  at("problems").querySelector("summary").textContent = `${lines.length} to look at`;
  at("problems").querySelector("ul").replaceChildren(...lines.map((one) => Object.assign(document.createElement("li"), { textContent: one })));
}

// A picture takes the place of the old one only once it is there, so that nothing jumps or flickers.
async function pictures(said, query, mine) {
  const holder = at("pages");
  while (holder.children.length > said.pages) holder.lastChild.remove();
  const visible = (one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight;
  while (holder.children.length < said.pages) holder.append(document.createElement("img"));
  const all = [...holder.children].map((image, index) => ({ image, number: index + 1 }));
  all.sort((one, other) => visible(other.image) - visible(one.image) || one.number - other.number);
  for (const { image, number } of all) {
    const fresh = new Image();
    fresh.src = `page/${number}.png?${query}&version=${said.version}`;
    try { await fresh.decode(); } catch { continue; }
    if (mine !== turn) return;
    image.src = fresh.src;
    image.alt = `Page ${number} of ${said.pages}`;
  }
}

begin();
