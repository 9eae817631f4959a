import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Input, SearchField } from "react-aria-components";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

const BOX = "search-box";

/** Puts the cursor into the search box, what is written there selected. */
export function focusSearch(): void {
  const box = document.getElementById(BOX);
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
}

/** Finds tickets by folio, subject or address; what was sought stays in the page's address. */
export function SearchBox({ onSearch }: { readonly onSearch: (q: string) => void }) {
  const { words } = useWords();
  const { q = "" } = useSearch({ strict: false });
  const [sought, setSought] = useState(q);
  const [written, setWritten] = useState(q);
  // The address changed without this box: by a link, or by going back.
  if (q !== sought) {
    setSought(q);
    setWritten(q);
  }
  return (
    <SearchField
      className="search"
      aria-label={words.queue.search}
      value={written}
      onChange={setWritten}
      onSubmit={(value) => onSearch(value.trim())}
      onClear={() => onSearch("")}
    >
      <Icon name="search" />
      <Input id={BOX} placeholder={words.queue.searchHint} />
      <Button className="clear" aria-label={words.queue.clearSearch}>
        <Icon name="close" />
      </Button>
    </SearchField>
  );
}
