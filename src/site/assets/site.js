// Helps where there is JavaScript; every page works without it.
(() => {
  const said = document.documentElement.lang === "en" ? "en-GB" : "es-MX";
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

  // The reader's own time beside the desk's, where the two differ.
  for (const time of document.querySelectorAll("time[datetime][data-zone]")) {
    const at = new Date(time.dateTime);
    const format = (timeZone) =>
      new Intl.DateTimeFormat(said, {
        timeZone,
        weekday: "long",
        day: "numeric",
        month: "long",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(at);
    if (!Number.isNaN(+at) && format(own) !== format(time.dataset.zone)) {
      time.title = `${format(own)} (${own})`;
    }
  }

  // An error summary takes the focus, as it would be read first.
  document.querySelector("[data-summary]")?.focus();

  // One click sends once; the server would make one ticket of two all the same.
  for (const form of document.querySelectorAll("form[method=post]")) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) return event.preventDefault();
      sent = true;
      const button = event.submitter;
      if (button?.dataset.sending) button.textContent = button.dataset.sending;
    });
    // Coming back to the page makes it usable again.
    addEventListener("pageshow", () => {
      sent = false;
    });
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
