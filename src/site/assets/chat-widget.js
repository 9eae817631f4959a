// The button of a desk's chat, for any page: no dependency, no cookie, nothing global.
(() => {
  const config = __CONFIG__;
  const script = document.currentScript;
  if (!script || document.querySelector(`[data-plazo-chat="${config.desk}"]`)) return;
  const { origin } = new URL(script.src);
  const { lang, portal, token, tokenUrl } = script.dataset;
  const spoken = lang || document.documentElement.lang || navigator.language;
  const language = /^en/i.test(spoken) ? "en" : "es";
  const [label, title, shut] = config[language];
  const key = `plazo-chat:${config.desk}`;

  // The host's own storage remembers only that the chat was opened in this tab; it may be forbidden.
  const remember = (open) => {
    try {
      if (open === undefined) return sessionStorage.getItem(key) === "open";
      sessionStorage.setItem(key, open ? "open" : "shut");
    } catch {}
    return false;
  };

  const host = document.createElement("div");
  host.dataset.plazoChat = config.desk;
  const root = host.attachShadow({ mode: "open" });
  // A constructed sheet needs no 'unsafe-inline' of the host's policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; font: 600 16px/1.4 system-ui, sans-serif; }
    button { font: inherit; border: 0; border-radius: 24px; padding: 12px 20px; min-height: 48px; background: #0d5c63; color: #fff; cursor: pointer; box-shadow: 0 2px 10px #0005; }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #0b57d0; }
    .panel { position: fixed; right: 16px; bottom: 76px; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100dvh - 96px)); background: #faf9f6; border: 1px solid #7c8587; border-radius: 8px; overflow: hidden; box-shadow: 0 6px 30px #0006; }
    .panel[hidden] { display: none; }
    iframe { border: 0; width: 100%; height: 100%; display: block; color-scheme: normal; }
    b { display: inline-block; min-width: 1.4em; margin-left: 8px; border-radius: 1em; background: #fff; color: #0d5c63; text-align: center; }
    @media (max-width: 480px) { .panel { inset: 0 0 76px 0; width: auto; height: auto; border-radius: 0; } }
    @media print { :host { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.hidden = true;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", title);
  root.append(panel, button);
  let frame = null;
  let unread = 0;

  const draw = () => {
    button.textContent = panel.hidden ? label : shut;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden || unread === 0) return;
    const count = document.createElement("b");
    count.textContent = unread;
    button.append(count);
  };

  const show = (open) => {
    if (open && frame === null) {
      const address = new URL(`/d/${config.desk}/chat`, origin);
      address.searchParams.set("lang", language);
      if (portal) address.searchParams.set("portal", portal);
      frame = document.createElement("iframe");
      frame.title = title;
      frame.src = address.href;
      panel.append(frame);
    }
    panel.hidden = !open;
    if (open) unread = 0;
    remember(open);
    draw();
    if (open) frame.focus();
    else button.focus();
  };

  // Who the host's user is, said by a signed token of the host's own server; asked for once the frame is there.
  const vouch = async () => {
    let signed = token;
    if (!signed && tokenUrl) {
      const answer = await fetch(tokenUrl, { credentials: "same-origin" }).catch(() => null);
      signed = answer && answer.ok ? (await answer.text()).trim() : "";
    }
    if (signed) frame.contentWindow.postMessage({ plazo: "token", token: signed }, origin);
  };

  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const said = event.data && event.data.plazo;
    if (said === "ready") void vouch();
    if (said === "close") show(false);
    if (said === "message" && panel.hidden) {
      unread += 1;
      draw();
    }
  });
  button.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });

  const start = () => {
    document.body.append(host);
    draw();
    if (remember()) show(true);
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
