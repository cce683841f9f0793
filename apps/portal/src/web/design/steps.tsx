import styles from './steps.module.css';

export interface Step {
  readonly name: string;
  readonly state: 'done' | 'current' | 'todo' | 'failed';
}

const signs = { done: '✓', failed: '!' } as const;

/** How far something has come. `isForm` keeps only the present step's name on a narrow screen. */
export const Steps = ({
  label,
  steps,
  isForm = false,
}: {
  label: string;
  steps: readonly Step[];
  isForm?: boolean;
}) => (
  <ol className={`${styles['steps']} ${isForm ? styles['form'] : ''}`} aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={step.name}
        className={`${styles['step']} ${step.state === 'todo' ? '' : styles[step.state]}`}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span className={styles['dot']} aria-hidden="true">
          {step.state === 'done' || step.state === 'failed' ? signs[step.state] : index + 1}
        </span>
        <span className={styles['name']}>{step.name}</span>
      </li>
    ))}
  </ol>
);
