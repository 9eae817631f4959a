import { Button } from "react-aria-components";
import { Empty } from "../ui/notice.tsx";
import { useWords } from "./language.tsx";

/** What stands in the place of something that failed of our own: drafts are kept. */
export function Fault() {
  const { words } = useWords();
  return (
    <Empty>
      <h1>{words.network.fault}</h1>
      <p>{words.network.faultText}</p>
      <Button className="button main" onPress={() => window.location.reload()}>
        {words.network.reload}
      </Button>
    </Empty>
  );
}
