// The chat's own page. Its right to the ticket stands in this tab's storage and in a header, in no address.
(() => {
  const byId = (id) => document.getElementById(id);
  const words = JSON.parse(byId("palabras").textContent);
  const { desk } = document.body.dataset;
  const { lang } = document.documentElement;
  const base = `/d/${desk}/chat`;
  const key = `plazo-chat:${desk}`;
  const beginning = byId("inicio");
  const log = byId("dicho");
  const view = byId("registro");
  const box = byId("texto");
  const files = byId("adjuntos");

  // What is kept: { capability, registered, outbox: [{ token, text }] }; a tab that may not keep it remembers until it is reloaded.
  let held = null;
  const tab = globalThis.plazoTab(key);
  const store = (value) => {
    held = value;
    return tab.keep(value);
  };
  const tell = (said) => {
    if (parent !== window) parent.postMessage({ plazo: said }, "*");
  };
  const send = (path, body) =>
    fetch(`${base}${path}`, {
      method: "POST",
      headers: {
        accept: "application/json",
        "accept-language": lang,
        ...(held ? { authorization: `Bearer ${held.capability}` } : {}),
      },
      ...(body ? { body } : {}),
    }).catch(() => null);
  const read = (answer) => answer.json().catch(() => ({}));

  // ---- Before: the form of the manual.
  const problems = byId("problemas");
  const showProblems = (errors) => {
    for (const old of document.querySelectorAll(".error.dicho")) old.remove();
    problems.replaceChildren();
    for (const { field, text } of errors) {
      const control = field && beginning.querySelector(`[name="${CSS.escape(field)}"]`);
      const line = document.createElement("p");
      line.textContent = text;
      problems.append(line);
      const place = control && control.closest(".field, fieldset");
      if (!place) continue;
      const beside = document.createElement("p");
      beside.className = "error dicho";
      beside.id = `dicho-${field}`;
      beside.textContent = text;
      place.insertBefore(beside, place.children[1] ?? null);
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", beside.id);
    }
    problems.hidden = errors.length === 0;
    if (errors.length > 0) problems.focus();
  };
  const draftKey = `${key}:draft`;
  const keepDraft = () => {
    const said = [...new FormData(beginning)].filter(([, value]) => typeof value === "string");
    try {
      sessionStorage.setItem(draftKey, JSON.stringify(said));
    } catch {}
  };
  const restoreDraft = () => {
    let said = [];
    try {
      said = JSON.parse(sessionStorage.getItem(draftKey)) ?? [];
    } catch {}
    for (const [name, value] of said) {
      for (const control of beginning.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (name === "_portal" || name === "lang") continue;
        if (control.type === "radio" || control.type === "checkbox")
          control.checked ||= control.value === value;
        else if (control.type !== "file") control.value = value;
      }
    }
  };
  // Fields of an answer that was not chosen are not sent.
  const reveal = () => {
    for (const option of document.querySelectorAll(".option")) {
      const chosen = option.querySelector(":scope > input").checked;
      for (const field of option.querySelectorAll(".reveal :is(input, textarea, select)"))
        field.disabled = !chosen;
    }
  };
  let busy = false;
  const begin = async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button = beginning.querySelector("button[type=submit]");
    const label = button.textContent;
    button.textContent = words.sending;
    const answer = await fetch(beginning.action, {
      method: "POST",
      headers: { accept: "application/json", "accept-language": lang },
      body: new FormData(beginning),
    }).catch(() => null);
    busy = false;
    button.textContent = label;
    if (answer === null) return showProblems([{ field: null, text: words.failed }]);
    const said = await read(answer);
    if (said.submission) beginning.elements["_envio"].value = said.submission;
    if (!answer.ok)
      return showProblems(
        said.errors ?? [{ field: null, text: said.text ?? said.title ?? words.failed }],
      );
    try {
      sessionStorage.removeItem(draftKey);
    } catch {}
    const kept = store({ capability: said.capability, registered: said.registered, outbox: [] });
    enter();
    if (!kept) note(words.notKept);
    box.focus();
  };

  // ---- The host page vouches for its user.
  const believe = async (token) => {
    const form = new FormData();
    form.append("_envio", beginning.elements["_envio"].value);
    form.append("aval", token);
    const answer = await send("/aval", form);
    if (answer === null || held) return;
    const said = await read(answer);
    const place = byId("avalado");
    place.hidden = false;
    place.className = answer.ok ? "note good" : "note near";
    place.textContent = answer.ok
      ? words.vouched.replace("%s", said.name ? `${said.name} (${said.email})` : said.email)
      : (said.text ?? words.vouchRefused);
    if (!answer.ok) return;
    for (const control of beginning.querySelectorAll("input[type=email]")) {
      control.value = said.email;
      control.readOnly = true;
    }
    const identity = beginning.querySelector(
      "input[name=quien], input[autocapitalize=off]:not([type=email])",
    );
    if (identity && identity.value === "" && said.rfc) identity.value = said.rfc;
  };
  addEventListener("message", (event) => {
    if (event.source !== parent || parent === window) return;
    const { plazo, token } = event.data ?? {};
    if (plazo === "token" && typeof token === "string" && !held) void believe(token);
  });

  // ---- The talk.
  const time = new Intl.DateTimeFormat(lang, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const shown = new Set();
  const atEnd = () => view.scrollHeight - view.scrollTop - view.clientHeight < 60;
  const bubble = ({ own, who, at, text }) => {
    const item = document.createElement("li");
    if (own) item.className = "own";
    const by = document.createElement("span");
    by.className = "who";
    by.textContent = at ? `${who} · ${time.format(at)}` : who;
    const said = document.createElement("div");
    said.className = "bubble";
    said.textContent = text;
    item.append(by, said);
    return item;
  };
  const put = (item) => {
    const follow = atEnd();
    log.append(item);
    if (follow) view.scrollTop = view.scrollHeight;
  };
  const note = (text) => put(bubble({ own: false, who: words.desk, text }));
  const pending = new Map();
  // Own words that came back otherwise than they were written: the desk leaves out what no page can show.
  const changed = [];
  const drawPending = (one) => {
    const old = pending.get(one.token);
    const names = (one.files ?? []).map(({ name }) => name).join(", ");
    const text = [one.text, names && words.attached.replace("%s", names)]
      .filter(Boolean)
      .join("\n");
    const item = bubble({ own: true, who: one.problem ?? words.unsent, text });
    item.classList.add("pending");
    if (one.problem) {
      const again = document.createElement("button");
      again.type = "button";
      again.textContent = words.retry;
      again.addEventListener("click", () => {
        delete one.problem;
        void flush();
      });
      item.lastChild.append(again);
    }
    if (old) old.replaceWith(item);
    else put(item);
    pending.set(one.token, item);
  };
  const arrived = (message) => {
    if (shown.has(message.id)) return;
    shown.add(message.id);
    const own = message.by === "client";
    if (own) {
      const sent = held.outbox.filter(({ after }) => message.seq > after);
      const same =
        sent.find(({ text }) => text.trim() === message.text.trim()) ??
        sent.find((one) => one.sent);
      if (same) settle(same);
      else changed.push(message.seq);
    } else tell("message");
    const item = bubble({
      own,
      who: own ? words.you : (message.name ?? words.desk),
      at: message.at,
      text: message.text,
    });
    for (const file of message.files) {
      const get = document.createElement("button");
      get.type = "button";
      get.textContent = file.name;
      get.addEventListener("click", () => void download(file));
      item.lastChild.append(get);
    }
    put(item);
    // What waits to be sent stays below what was said.
    for (const waiting of pending.values()) log.append(waiting);
  };
  const settle = (one) => {
    pending.get(one.token)?.remove();
    pending.delete(one.token);
    held.outbox = held.outbox.filter(({ token }) => token !== one.token);
    store(held);
  };
  const download = ({ id, name }) =>
    globalThis.plazoDownload({
      address: `${base}/archivo/${id}`,
      name,
      right: held.capability,
    });

  let flushing = false;
  const flush = async () => {
    if (flushing || !held) return;
    flushing = true;
    for (;;) {
      const one = held?.outbox.find(({ sent, problem }) => !sent && !problem);
      if (!one) break;
      const form = new FormData();
      form.append("_envio", one.token);
      form.append("texto", one.text);
      for (const file of one.files ?? []) form.append("archivos", file);
      const answer = await send("/mensaje", form);
      if (answer === null || answer.status >= 500) {
        setTimeout(() => void flush(), 4_000);
        break;
      }
      if (answer.status === 429) {
        setTimeout(() => void flush(), 2_000);
        break;
      }
      if (answer.ok) {
        one.sent = true;
        store(held);
        const came = changed.findIndex((seq) => seq > one.after);
        if (came !== -1) {
          changed.splice(came, 1);
          settle(one);
        }
        // Where the stream does not say it again (it was said before), it is there all the same.
        setTimeout(() => {
          if (!pending.has(one.token)) return;
          settle(one);
          stream.reopen();
        }, 8_000);
      } else {
        one.problem = (await read(answer)).text ?? words.failed;
        drawPending(one);
      }
    }
    flushing = false;
  };
  const say = (event) => {
    event.preventDefault();
    const text = box.value.trim();
    const chosen = [...files.files];
    if (!held || (text === "" && chosen.length === 0)) return;
    const one = { token: globalThis.plazoToken(), text, files: chosen, after: stream.last() };
    held.outbox.push(one);
    store(held);
    box.value = "";
    files.value = "";
    byId("elegidos").textContent = "";
    drawPending(one);
    view.scrollTop = view.scrollHeight;
    void flush();
    box.focus();
  };

  const showState = ({ standing, lines, mayWrite }) => {
    const follow = atEnd();
    byId("estado").replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement("p");
        line.textContent = text;
        return line;
      }),
    );
    byId("escribir").hidden = !mayWrite;
    byId("retirarse").hidden = standing !== "waiting" && standing !== "talking";
    byId("volver").hidden = standing !== "left" && standing !== "later";
    byId("copia").hidden = standing === "waiting" || standing === "talking";
    byId("otro").hidden = standing !== "closed" && standing !== "left";
    if (follow) view.scrollTop = view.scrollHeight;
  };

  const hear = {
    beat: () => void send("/aqui"),
    message: (data) => arrived(data),
    state: (data) => showState(data),
  };
  const stream = globalThis.plazoFollow({
    base,
    right: () => held?.capability ?? null,
    hear: (event, data) => hear[event]?.(data),
    lost: () => {
      byId("red").hidden = false;
    },
    back: () => {
      byId("red").hidden = true;
      void flush();
    },
    gone: () => {
      store(null);
      location.reload();
    },
  });

  const enter = () => {
    document.body.classList.add("talking");
    byId("antes").hidden = true;
    byId("chat").hidden = false;
    if (held.registered?.length > 0) note(held.registered.join("\n"));
    const lost = held.outbox.some(({ sent, text }) => !sent && !text);
    held.outbox = held.outbox.filter(({ sent, text }) => !sent && text);
    if (lost) note(words.filesLost);
    for (const one of held.outbox) drawPending(one);
    void stream.open();
  };
  const act = (path, after) => async () => {
    const answer = await send(path);
    const said = answer === null ? { text: words.failed } : await read(answer);
    if (!answer?.ok) note(said.text ?? words.failed);
    else if (after) after();
  };

  beginning.addEventListener("submit", begin);
  beginning.addEventListener("input", () => {
    keepDraft();
    reveal();
  });
  byId("escribir").addEventListener("submit", say);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) say(event);
  });
  files.addEventListener("change", () => {
    byId("elegidos").textContent = [...files.files].map(({ name }) => name).join(", ");
  });
  byId("retirarse").addEventListener("click", act("/retirarse"));
  byId("volver").addEventListener("click", act("/volver"));
  byId("copia").addEventListener(
    "click",
    act("/copia", () => note(words.copySent)),
  );
  byId("otro").addEventListener("click", () => {
    stream.close();
    store(null);
    location.reload();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") tell("close");
  });
  addEventListener("online", () => {
    stream.reopen();
    void flush();
  });

  held = tab.kept();
  if (held) enter();
  else {
    restoreDraft();
    reveal();
    beginning.hidden = false;
  }
  tell("ready");
})();
