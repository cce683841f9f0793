import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

const classOf = (kind: ButtonKind) => `${styles['button']} ${styles[kind]}`;

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  /** The act runs: the button keeps its place and its focus, and a second press does nothing. */
  readonly isBusy?: boolean;
}

export function Button({ kind = 'primary', isBusy = false, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind)}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link that looks like a button: it leads to a page and does nothing by itself. */
export function LinkButton({
  kind = 'primary',
  children,
  ...rest
}: Omit<LinkProps, 'children'> & { kind?: ButtonKind; children: ReactNode }) {
  return (
    <Link {...rest} className={classOf(kind)}>
      {children}
    </Link>
  );
}

/** Buttons side by side; `isEven` gives many of them the same width, so that they stand in columns. */
export const ButtonRow = ({ isEven = false, children }: { isEven?: boolean; children: ReactNode }) => (
  <div className={isEven ? styles['even'] : styles['row']}>{children}</div>
);

/** For plain links to addresses that the server handles, such as signing in. */
export const buttonClass = classOf;
