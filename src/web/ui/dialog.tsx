import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../app/language.tsx";

interface Frame {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over everything; Escape and a press outside close it. */
export function Over({ title, onClose, children }: Frame) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FormFrame extends Frame {
  readonly act: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly onSubmit: () => void;
}

/** A dialog that asks for something: the act's own verb on its button, and a way back. */
export function FormOver({ act, busy, danger = false, onSubmit, children, ...frame }: FormFrame) {
  const { words } = useWords();
  return (
    <Over {...frame}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
      >
        {children}
        <div className="acts">
          <Button className="button quiet" onPress={frame.onClose}>
            {words.acts.cancel}
          </Button>
          <Button
            type="submit"
            className={danger ? "button danger" : "button main"}
            aria-disabled={busy}
          >
            {act}
          </Button>
        </div>
      </form>
    </Over>
  );
}
