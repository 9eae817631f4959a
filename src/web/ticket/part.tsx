import type { ReactNode } from "react";

/** A part of the context under its heading. */
export function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
