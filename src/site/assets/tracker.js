// Keeps the tracker on the page up to date; without it the page says its hour and has a link to ask again.
(() => {
  let box = document.querySelector("[data-live]");
  if (!box || !globalThis.EventSource) return;
  const { live, fresh, before, said, gap } = box.dataset;
  const find = (name, of = box) => of.querySelector(`[data-live-${name}]`);
  const title = document.title;
  // What is marked as changed stays so for a minute that somebody looked at it.
  const marks = new Map();
  const lasts = 60_000;
  let pace = 2_000;
  let asked = 0;
  let timer = 0;
  let unseen = 0;
  let stream = null;
  let quiet = 0;

  const show = (isLive) => {
    find("on").hidden = !isLive;
    find("off").hidden = isLive;
    if (isLive) find("lost").hidden = true;
  };
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    for (const mark of copy.querySelectorAll(".changed")) mark.remove();
    return copy.textContent.trim();
  };
  const cellsOf = (part) =>
    new Map(
      [...part.querySelectorAll("[data-row]")].map((row) => [
        row.dataset.row,
        [...row.cells].map(words),
      ]),
    );

  const compare = (old, now) => {
    const until = Date.now() + lasts;
    const news = [];
    for (const [row, cells] of now) {
      const was = old.get(row);
      if (!was) {
        marks.set(`${row} 0`, { text: fresh, until });
        news.push(`${cells[0]}, ${fresh}`);
        continue;
      }
      cells.forEach((cell, at) => {
        if (cell === was[at]) return;
        marks.set(`${row} ${at}`, { text: before.replace(gap, was[at]), until });
        news.push(`${cells[0]}, ${cell}`);
      });
    }
    return news;
  };
  const draw = () => {
    for (const mark of box.querySelectorAll(".changed")) mark.remove();
    for (const [key, { text, until }] of marks) {
      if (until < Date.now() && !document.hidden) {
        marks.delete(key);
        continue;
      }
      const cut = key.lastIndexOf(" ");
      const row = box.querySelector(`[data-row="${CSS.escape(key.slice(0, cut))}"]`);
      const mark = document.createElement("small");
      mark.className = "changed";
      mark.textContent = text;
      row?.cells[Number(key.slice(cut + 1))]?.append(" ", mark);
    }
  };

  // The rows are put in place of the old: the frame that scrolls, and whoever stands in it, stay.
  const put = (page) => {
    const next = page.querySelector("[data-live]");
    if (!next) {
      // It is followed no more: the page says so, and is told nothing further.
      stream?.close();
      box = null;
      clearTimeout(quiet);
      document.title = page.title;
      document.querySelector("main").replaceWith(page.querySelector("main"));
      return;
    }
    const news = compare(cellsOf(box), cellsOf(next));
    const [mine, theirs] = [find("rows"), find("rows", next)];
    const [body, fuller] = [mine.querySelector("tbody"), theirs.querySelector("tbody")];
    if (body && fuller) body.replaceWith(fuller);
    else mine.replaceWith(theirs);
    find("off").replaceChildren(...find("off", next).childNodes);
    draw();
    if (news.length === 0) return;
    find("said").textContent = said.replace(gap, news.slice(0, 3).join("; "));
    if (document.hidden) unseen += news.length;
    if (unseen > 0) document.title = `(${unseen}) ${title}`;
  };

  const ask = async () => {
    asked = Date.now();
    const answer = await fetch(location.href, {
      headers: { accept: "text/html" },
      cache: "no-store",
    }).catch(() => null);
    if (!box) return;
    // A link that opens nothing any more says so by its own page.
    if (answer?.status === 404) return location.reload();
    if (!answer?.ok) {
      soon(15_000);
      return;
    }
    put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  };
  const soon = (least) => {
    if (timer) return;
    const rest = Math.max(least, asked + pace - Date.now(), 0) * (1 + Math.random() / 4);
    timer = setTimeout(() => {
      timer = 0;
      void ask();
    }, rest);
  };

  const lost = () => {
    show(false);
    find("lost").hidden = false;
  };
  const again = (after) => {
    stream?.close();
    clearTimeout(quiet);
    quiet = setTimeout(open, after);
  };
  // Beats come every twenty seconds: silence is a connection that was lost unnoticed.
  const alive = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      lost();
      again(0);
    }, 50_000);
  };
  const open = () => {
    if (!box) return;
    stream = new EventSource(live);
    stream.addEventListener("open", () => {
      show(true);
      alive();
      // What changed before the line stood is asked for.
      soon(0);
    });
    stream.addEventListener("pace", ({ data }) => {
      pace = JSON.parse(data).ms;
    });
    stream.addEventListener("again", ({ data }) => {
      alive();
      pace = JSON.parse(data).ms;
      soon(0);
    });
    stream.addEventListener("beat", alive);
    stream.addEventListener("error", () => {
      if (!box) return;
      lost();
      // A browser comes back by itself where the line was cut, and not where it was refused.
      if (stream.readyState !== EventSource.CLOSED) return;
      soon(0);
      again(30_000 * (1 + Math.random()));
    });
  };
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && open());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    document.title = title;
    const until = Date.now() + lasts;
    for (const mark of marks.values()) mark.until = until;
  });
  setInterval(() => box && draw(), 15_000);
  open();
})();
