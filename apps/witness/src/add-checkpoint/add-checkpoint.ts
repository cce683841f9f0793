import type { Logger } from '@rujukan/observability';
import {
  addCheckpoint,
  equalBytes,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  type Witness,
  type WitnessAnswer,
} from '@rujukan/tlog';

/** Cosigns a checkpoint if it continues the last one, and writes down who tried what else. */
export class AddCheckpoint {
  private isSound = true;

  constructor(
    private readonly witness: Witness,
    private readonly log: Logger,
  ) {}

  /** False after a head could not be kept, until one can be again. */
  canRemember(): boolean {
    return this.isSound;
  }

  /** @throws when the head could not be kept: then nothing was cosigned. */
  async execute(body: Uint8Array): Promise<WitnessAnswer> {
    try {
      const answer = await addCheckpoint(this.witness, body);
      if (answer.status === 200) this.isSound = true;
      await this.tell(answer, body);
      return answer;
    } catch (error) {
      this.isSound = false;
      throw error;
    }
  }

  private async tell({ status }: WitnessAnswer, body: Uint8Array): Promise<void> {
    switch (status) {
      case 200:
        this.log.debug({ status }, 'a checkpoint was cosigned');
        return;
      case 409:
        await this.tellConflict(body);
        return;
      case 422:
        this.log.warn({ status }, 'a signed checkpoint came without a proof that it continues the last one');
        return;
      case 400:
      case 403:
      case 404:
        this.log.warn({ status }, 'a request was refused');
    }
  }

  /** Two signed heads of one size are what a log can never explain; anything else is a log that fell behind. */
  private async tellConflict(body: Uint8Array): Promise<void> {
    const head = parseCheckpoint(parseNote(parseAddCheckpoint(body)!.checkpoint)!.text)!;
    const latest = await this.witness.store.latest(head.origin);
    const isFork = latest?.size === head.size && !equalBytes(latest.root, head.root);
    const facts = { status: 409, size: head.size.toString() };
    if (isFork)
      this.log.error(facts, 'FORK: a log signed two heads of one size; keep both and ask its operator');
    else this.log.info(facts, 'a checkpoint does not begin where the last one ended');
  }
}
