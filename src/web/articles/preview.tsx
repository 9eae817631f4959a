import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { previewArticle } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed } from "../ui/notice.tsx";

/** The text as its readers would see it, drawn by the very function that draws theirs, in a frame that runs nothing. */
export function Preview({
  text,
  language: of,
}: {
  readonly text: string;
  readonly language: "es" | "en";
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const shown = useDeferredValue(text);
  const page = useQuery({
    queryKey: ["article-preview", desk.id, of, shown],
    queryFn: async ({ signal }) =>
      valueOf(await previewArticle(desk.id, { text: shown, language: of }, signal)),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  if (page.isError) return <LoadFailed error={page.error} retry={() => void page.refetch()} />;
  return (
    <iframe
      className="article-preview"
      title={articlesWorkWords[language].preview}
      sandbox="allow-same-origin allow-popups"
      srcDoc={page.data?.html ?? ""}
    />
  );
}
