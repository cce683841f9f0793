import styles from './numbers.module.css';

const number = /([LPKR]-[0-9A-Z]{8}-.)/;

/** A text in which the numbers of cases, reports and handoffs never break over two lines: they are read out aloud. */
export const Numbers = ({ text }: { text: string }) =>
  text.split(number).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className={styles['number']}>
        {part}
      </span>
    ) : (
      part
    ),
  );
