import { useEffect, useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTexts } from '../../app/language/language.js';
import { Button } from '../../design/button.js';
import { ChildFields } from './child-fields.js';
import { emptyChild, type ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';
import styles from './view.module.css';

const mostChildren = 20;

/** One block for each child: each will have a file of its own. */
export function ChildrenStep() {
  const t = useTexts(fileReportTexts);
  const { control } = useFormContext<ReportForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'children' });
  const list = useRef<HTMLDivElement>(null);
  const count = useRef(fields.length);
  useEffect(() => {
    // The focus goes to the child that was added, or to the one before the child that was removed.
    if (count.current !== fields.length)
      list.current
        ?.querySelectorAll<HTMLElement>('[data-child]')
        .item(fields.length - 1)
        .focus();
    count.current = fields.length;
  }, [fields.length]);
  return (
    <div ref={list} className={styles['children']}>
      {fields.map((field, index) => (
        <section
          key={field.id}
          className={styles['child']}
          aria-label={t.child(index + 1)}
          tabIndex={-1}
          data-child
        >
          <div className={styles['childHead']}>
            <h2>{t.child(index + 1)}</h2>
            {fields.length > 1 && (
              <Button kind="danger" onClick={() => remove(index)}>
                {t.removeChild(index + 1)}
              </Button>
            )}
          </div>
          <ChildFields index={index} />
        </section>
      ))}
      {fields.length < mostChildren && (
        <div>
          <Button kind="secondary" onClick={() => append(emptyChild(), { shouldFocus: false })}>
            {t.addChild}
          </Button>
        </div>
      )}
    </div>
  );
}
