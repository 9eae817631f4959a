const paths = {
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4v4.2l2.8 1.7",
  near: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4v4.6M8 11.2v.3",
  late: "M8 1.8 15 14H1L8 1.8ZM8 6.2v3.6M8 11.7v.3",
  pause: "M5.5 3v10M10.5 3v10",
  shut: "M13.6 9.7A6 6 0 0 1 6.3 2.4a6 6 0 1 0 7.3 7.3Z",
  date: "M2 3.5h12v11H2zM2 6.8h12M5 1.5v3M11 1.5v3",
  check: "m2.5 8.5 3.6 3.6 7.4-8",
  none: "M3 8h10",
  lock: "M3.5 7h9v7h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7",
  list: "M2 3.500h2M2 8h2M2 12.500h2M6 3.500h8M6 8h8M6 12.500h8",
  mail: "M1.5 3.5h13v9h-13zM1.5 4l6.5 5 6.5-5",
  search: "M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2ZM10.7 10.7 14 14",
  people:
    "M6 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM1 14c0-3 2-4.5 5-4.5s5 1.5 5 4.5M11 8a2.5 2.5 0 0 0 0-5M12.5 9.8c1.700.6 2.5 2 2.5 4.2",
  keys: "M1 4h14v8H1zM3.5 6.500h.1M6.500 6.500h.1M9.500 6.500h.1M12.500 6.500h.1M4.500 9.500h7",
  out: "M9.500 2h-7v12h7M6 8h9m-3-3 3 3-3 3",
  back: "M9.500 3 4.500 8l5 5",
  down: "m4 6 4 4 4-4",
  more: "M3.500 8h.1M8 8h.1M12.500 8h.1",
  clip: "m13 7.500-5.500 5.500a3.200 3.200 0 0 1-4.500-4.500l6-6a2.100 2.100 0 0 1 3 3l-6 6a1 1 0 0 1-1.500-1.500L10 4.500",
  book: "M8 3.500C6.500 2.500 4.500 2 2 2v11c2.500 0 4.500.500 6 1.500 1.500-1 3.500-1.500 6-1.500V2c-2.500 0-4.500.500-6 1.500ZM8 3.500v11",
  link: "M6.500 9.500 9.500 6.500M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7",
  close: "m3.500 3.500 9 9M12.500 3.500l-9 9",
  talk: "M2 3h12v8H7l-3 3v-3H2z",
  add: "M8 2.500v11M2.500 8h11",
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside words that say the same; never alone. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
