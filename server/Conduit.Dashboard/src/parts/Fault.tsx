/** What the controller said in place of an answer. */
export function Fault({ text }: { text: string | undefined }) {
  return text ? <div className="notice" role="alert">{text}</div> : null;
}
