import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language/language.js';
import { custodyQuery } from '../../data/cases.js';
import { caseTexts } from './texts.js';

/** The way back from a form to the case that it belongs to. */
export function BackToCase({ id }: { id: string }) {
  const t = useTexts(caseTexts);
  const { data } = useQuery(custodyQuery(id));
  return (
    <Link to="/k/$id" params={{ id }}>
      {data ? t.heading(data.caseNumber) : t.unnamed}
    </Link>
  );
}
