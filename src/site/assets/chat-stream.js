// A chat's stream, read by hand so that its right goes in a header and in no address.
(() => {
  const { lang } = document.documentElement;
  const inHeader = (right) => ({ authorization: `Bearer ${right}` });

  const parse = (block) => {
    const said = { event: "message", data: "", id: null };
    for (const line of block.split("\n")) {
      if (line.startsWith("event: ")) said.event = line.slice(7);
      if (line.startsWith("data: ")) said.data = line.slice(6);
      if (line.startsWith("id: ")) said.id = Number(line.slice(4));
    }
    return said;
  };
  const readBlocks = async (answer, { alive, take }) => {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    alive();
    for (;;) {
      const part = await reader.read().catch(() => ({ done: true }));
      if (part.done) return;
      alive();
      const blocks = (rest + part.value).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) take(parse(block));
    }
  };

  /** Follows the chat at `base`: `right()` gives its capability or null, `hear(event, data)` what is said. */
  globalThis.plazoFollow = ({ base, right, hear, lost, back, gone }) => {
    let last = 0;
    let control = null;
    let tries = 0;
    let quiet = 0;
    const take = ({ event, data, id }) => {
      if (id !== null) last = id;
      if (data) hear(event, JSON.parse(data));
    };
    const open = async () => {
      if (right() === null) return;
      const mine = (control = new AbortController());
      // Beats come every twenty seconds: a stream without any is a connection that was lost unnoticed.
      const alive = () => {
        clearTimeout(quiet);
        quiet = setTimeout(() => mine.abort(), 50_000);
      };
      const answer = await fetch(`${base}/vivo`, {
        headers: {
          accept: "text/event-stream",
          "accept-language": lang,
          "last-event-id": String(last),
          ...inHeader(right()),
        },
        signal: mine.signal,
        cache: "no-store",
      }).catch(() => null);
      if (answer?.status === 404) return gone();
      if (answer?.ok) {
        tries = 0;
        back();
        await readBlocks(answer, { alive, take });
      }
      clearTimeout(quiet);
      if (control !== mine || right() === null) return;
      tries += 1;
      if (tries > 1) lost();
      const wait = Math.min(15_000, 400 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random());
      setTimeout(() => void open(), wait);
    };
    const stop = (mine) => {
      control = null;
      mine?.abort();
    };
    return { open, last: () => last, reopen: () => control?.abort(), close: () => stop(control) };
  };

  // What a tab keeps, without the files of it; false where it may not.
  globalThis.plazoTab = (key) => ({
    keep(value) {
      const said = JSON.stringify(value, (name, one) => (name === "files" ? undefined : one));
      try {
        if (value === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, said);
        return true;
      } catch {
        return false;
      }
    },
    kept() {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
  });

  /** A token of a word's own: 128 random bits as base64url. */
  globalThis.plazoToken = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const text = btoa(String.fromCharCode(...bytes));
    return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  /** Gives a file of the chat to its reader, whose right goes in a header too. */
  globalThis.plazoDownload = async ({ address, name, right }) => {
    const answer = await fetch(address, { headers: inHeader(right) }).catch(() => null);
    if (!answer?.ok) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
})();
