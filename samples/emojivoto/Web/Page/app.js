const refreshEvery = 2000;
const placesShown = 10;
const doughnut = ":doughnut:";

const find = id => document.getElementById(id);
const nameOf = shortcode => shortcode.replaceAll(":", "").replaceAll("_", " ");
const counted = votes => votes === 1 ? "1 vote" : `${votes.toLocaleString("en")} votes`;

/** Fetches JSON; throws an error whose message says what to show as the detail of a failure. */
async function ask(path) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new Error("no answer");
  }

  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const service = body?.grpcStatus ? ` · gRPC ${body.grpcStatus}` : "";
    const reason = body?.error ? `: ${body.error}` : "";
    throw new Error(`HTTP ${response.status}${service}${reason}`);
  }

  return body;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

// The ballot

function tileOf({ shortcode, unicode }) {
  const tile = element("button", "tile", unicode);
  tile.type = "button";
  tile.title = nameOf(shortcode);
  tile.setAttribute("aria-label", `Vote for ${nameOf(shortcode)}`);
  tile.addEventListener("click", () => vote(tile, shortcode, unicode));

  const item = document.createElement("li");
  item.dataset.name = nameOf(shortcode);
  item.append(tile);
  return item;
}

async function layOutBallot() {
  try {
    const emoji = await ask("/api/list");
    find("ballot").replaceChildren(...emoji.map(tileOf));
    filterBallot();
  } catch (failure) {
    find("ballot-note").textContent = `The ballot has not arrived yet (${failure.message}). Trying again…`;
    setTimeout(layOutBallot, refreshEvery);
  }
}

function filterBallot() {
  const wanted = find("filter").value.trim().toLowerCase();
  const items = [...find("ballot").children];
  for (const item of items) {
    item.hidden = !item.dataset.name.includes(wanted);
  }

  const none = items.length > 0 && items.every(item => item.hidden);
  find("ballot-note").textContent = none ? "No emoji has that name." : "";
}

// One vote

async function vote(tile, shortcode, unicode) {
  tile.setAttribute("aria-busy", "true");
  for (const other of document.querySelectorAll(".picked, .refused")) {
    other.classList.remove("picked", "refused");
  }

  try {
    await ask(`/api/vote?choice=${shortcode}`);
    tile.classList.add("picked");
    const board = await refreshLeaderboard();
    showCounted(shortcode, unicode, board);
  } catch (failure) {
    tile.classList.add("refused");
    showFailed(shortcode, unicode, failure.message);
  } finally {
    tile.removeAttribute("aria-busy");
  }
}

function showCounted(shortcode, unicode, board) {
  const place = board.findIndex(row => row.shortcode === shortcode);
  const standing = place < 0 ? "Thank you." : `${counted(board[place].votes)} so far: place ${place + 1} of ${board.length}.`;
  showSlip(unicode, `You picked ${nameOf(shortcode)}`, standing);
}

function showFailed(shortcode, unicode, detail) {
  if (shortcode === doughnut) {
    showSlip(unicode, "Dropped it!", "A vote for the doughnut fails here on purpose, so that there is a failure to find. Try another emoji.", detail);
  } else {
    showSlip("🚧", `No luck with ${nameOf(shortcode)}`, "Your vote did not get through. Try it again in a moment.", detail);
  }
}

function showSlip(glyph, title, text, detail) {
  const slip = find("slip");
  slip.hidden = true;
  slip.classList.toggle("failed", detail !== undefined);
  find("slip-glyph").textContent = glyph;
  find("slip-title").textContent = title;
  find("slip-text").textContent = text;
  find("slip-detail").textContent = detail ?? "";

  // Two frames apart, so that the slip rises again for every vote.
  requestAnimationFrame(() => { slip.hidden = false; });
}

function closeSlip() {
  find("slip").hidden = true;
}

// The leaderboard

const rows = new Map();

function rowOf({ shortcode, unicode }) {
  if (!rows.has(shortcode)) {
    const row = element("li", "rank");
    const bar = element("meter", "");
    bar.setAttribute("aria-hidden", "true");
    const glyph = element("span", "glyph", unicode);
    glyph.setAttribute("aria-hidden", "true");
    row.append(glyph, element("span", "name", nameOf(shortcode)), element("span", "votes"), bar);
    rows.set(shortcode, row);
  }

  return rows.get(shortcode);
}

function showLeaderboard(board) {
  const leaders = board.slice(0, placesShown);
  const most = leaders[0]?.votes ?? 1;
  find("ranking").replaceChildren(...leaders.map(entry => {
    const row = rowOf(entry);
    row.querySelector(".votes").textContent = entry.votes.toLocaleString("en");
    row.querySelector("meter").max = most;
    row.querySelector("meter").value = entry.votes;
    return row;
  }));

  const total = board.reduce((sum, entry) => sum + entry.votes, 0);
  find("total").textContent = total.toLocaleString("en");
  find("total-unit").textContent = total === 1 ? "vote so far" : "votes so far";

  const more = board.length - leaders.length;
  const rest = more > 0 ? `and ${more} more with votes` : "";
  find("ranking-note").textContent = board.length === 0 ? "No votes yet. Yours could be the first." : rest;
}

/** Fetches and shows the leaderboard, and gives it back; an empty one when it cannot be had. */
async function refreshLeaderboard() {
  try {
    const board = await ask("/api/leaderboard");
    showLeaderboard(board);
    markLive(true);
    return board;
  } catch (failure) {
    find("ranking-note").textContent = `No count right now (${failure.message}).`;
    markLive(false);
    return [];
  }
}

function markLive(live) {
  find("live").textContent = live ? "live" : "waiting";
  find("live").classList.toggle("late", !live);
}

async function keepRefreshing() {
  if (!document.hidden) {
    await refreshLeaderboard();
  }

  setTimeout(keepRefreshing, refreshEvery);
}

find("filter").addEventListener("input", filterBallot);
find("slip-close").addEventListener("click", closeSlip);
document.addEventListener("keydown", event => { if (event.key === "Escape") { closeSlip(); } });
layOutBallot();
keepRefreshing();
