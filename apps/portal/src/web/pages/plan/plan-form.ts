import type { PlanDraft, SupportPlan } from '../../data/support.js';

export interface PlanForm {
  objective: string;
  /** One on each line. */
  actions: string;
  plannedEnd: string;
}

export const actionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const planForm = (plan: SupportPlan | undefined): PlanForm => ({
  objective: plan?.objective ?? '',
  actions: plan?.actions.join('\n') ?? '',
  plannedEnd: plan?.plannedEnd ?? '',
});

export const toPlan = (form: PlanForm): PlanDraft => ({
  objective: form.objective.trim(),
  actions: actionsIn(form.actions),
  ...(form.plannedEnd ? { plannedEnd: form.plannedEnd } : {}),
});
