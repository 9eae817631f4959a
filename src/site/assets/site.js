// Helps where there is JavaScript; every page works without it.
(() => {
  const said = document.documentElement.lang === "en" ? "en-GB" : "es-MX";
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  // The reader's own time beside the desk's, where the two differ. What formats is dear on a slow telephone: one for each zone.
  const formats = {};
  const format = (timeZone, at) => {
    formats[timeZone] ??= new Intl.DateTimeFormat(said, {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    return formats[timeZone].format(at);
  };
  for (const time of document.querySelectorAll("time[datetime][data-zone]")) {
    const at = new Date(time.dateTime);
    const { zone } = time.dataset;
    if (own !== zone && !Number.isNaN(+at) && format(own, at) !== format(zone, at)) {
      time.title = `${format(own, at)} (${own})`;
    }
  }

  // An error summary takes the focus, as it would be read first.
  document.querySelector("[data-summary]")?.focus();

  // One click sends once; the server would make one ticket of two all the same.
  for (const form of document.querySelectorAll("form[method=post]")) {
    let undo = null;
    let late;
    // Coming back to the page makes it usable again; so does a line that takes long, or whoever stopped it.
    const again = () => {
      undo?.();
      undo = null;
      clearTimeout(late);
    };
    form.addEventListener("submit", (event) => {
      if (undo) return event.preventDefault();
      const button = event.submitter;
      const said = button?.textContent;
      undo = () => {
        if (button?.dataset.sending) button.textContent = said;
      };
      if (button?.dataset.sending) button.textContent = button.dataset.sending;
      late = setTimeout(again, 15e3);
    });
    addEventListener("pageshow", again);
  }

  // An RFC whose check digit or date is wrong is said while it is written (SAT: weights 13 to 2, modulo 11).
  const values = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const doubtful = (text, { unsound, generic }) => {
    const rfc = text
      .normalize("NFC")
      .toUpperCase()
      .replace(/[\s.-]/g, "");
    const parts = /^[A-ZÑ&]{3,4}(\d\d)(\d\d)(\d\d)[A-Z\d]{2}[\dA]$/.exec(rfc);
    if (!parts) return "";
    if (/^X[AE]XX010101000$/.test(rfc)) return generic.replace("{rfc}", rfc);
    const isDay = ["19", "20"].some((century) => {
      const day = `${century}${parts[1]}-${parts[2]}-${parts[3]}`;
      const at = new Date(`${day}T00:00Z`);
      return !Number.isNaN(+at) && at.toISOString().startsWith(day);
    });
    const sum = [...rfc.slice(0, -1).padStart(12)].reduce(
      (all, letter, place) => all + values.indexOf(letter) * (13 - place),
      0,
    );
    const sound = isDay && rfc.at(-1) === "0123456789A"[(11 - (sum % 11)) % 11];
    return sound ? "" : unsound.replace("{rfc}", rfc);
  };
  for (const place of document.querySelectorAll("[data-unsound]")) {
    const box = document.getElementById(place.dataset.of);
    const look = () => {
      const said = doubtful(box.value, place.dataset);
      if (place.textContent !== said) place.textContent = said;
    };
    box.addEventListener("input", look);
    addEventListener("pageshow", look);
  }

  // A file too large is said before it travels.
  for (const input of document.querySelectorAll("input[type=file][data-limit]")) {
    input.addEventListener("change", () => {
      const large = [...input.files].filter((file) => file.size > Number(input.dataset.limit));
      input.setCustomValidity(
        large.length
          ? `${large.map((file) => file.name).join(", ")}: ${input.dataset.tooLarge}`
          : "",
      );
      input.reportValidity();
    });
  }

  // An invoice is read as soon as it is chosen; it can be sent whatever is said of it.
  for (const place of document.querySelectorAll("[data-invoices]")) {
    const input = document.getElementById(place.dataset.invoices);
    input.addEventListener("change", async () => {
      const files = [...input.files].filter(({ name, size }) => /\.xml$/i.test(name) && size < 5e5);
      const said = await Promise.all(
        files.slice(0, 3).map((file) => {
          const body = new FormData();
          body.set("lang", place.dataset.lang);
          body.set("archivo", file);
          return fetch(place.dataset.ask, { method: "POST", body })
            .then((answer) => (answer.ok ? answer.text() : ""))
            .catch(() => "");
        }),
      );
      place.innerHTML = said.join("");
    });
  }

  // Fields of an answer that was not chosen are not sent.
  const reveal = () => {
    for (const box of document.querySelectorAll(".option")) {
      const chosen = box.querySelector(":scope > input")?.checked;
      for (const field of box.querySelectorAll(".reveal :is(input, textarea, select)"))
        field.disabled = !chosen;
    }
  };
  addEventListener("change", (event) => {
    if (event.target.type === "radio") reveal();
  });
  addEventListener("pageshow", reveal);
})();
