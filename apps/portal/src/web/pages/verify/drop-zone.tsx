import { useId, useState, type DragEvent } from 'react';
import styles from './view.module.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped, or chosen with the keyboard or a finger. Nothing leaves the page. */
export function DropZone({ label, hint, onFiles }: Props) {
  const hintId = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <label
      className={`${styles['zone']} ${isOver ? styles['over'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles['zoneLabel']}>{label}</span>
      <span id={hintId}>{hint}</span>
      <input
        type="file"
        multiple
        aria-label={label}
        aria-describedby={hintId}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // So that the same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}
