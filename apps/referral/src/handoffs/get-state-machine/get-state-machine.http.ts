import { Controller, Get } from '@nestjs/common';
import { handoffKind, handoffStatus } from '@rujukan/contracts';
import { Requires, Unrecorded } from '@rujukan/http';
import {
  actions,
  exitOf,
  isFinal,
  machineVersion,
  transitions,
  type HandoffAction,
} from '../../domain/handoffs/machine.js';

@Controller('v1/state-machines/handoff')
export class GetStateMachineHttp {
  @Get()
  @Requires('directory:read')
  @Unrecorded('the rules of the machine, the same for everyone')
  get() {
    return machine;
  }
}

/** The machine as data, so that an integrator need not guess. Who has no path is time itself. */
const machine = {
  name: 'handoff',
  version: machineVersion,
  states: handoffStatus.codes.map((code) => ({
    code,
    display: handoffStatus.display[code],
    isFinal: isFinal(code),
  })),
  transitions: handoffStatus.codes.flatMap((from) =>
    (Object.keys(transitions[from]) as HandoffAction[]).map((action) => ({
      from,
      action,
      to: transitions[from][action],
      ...actions[action],
      kinds: handoffKind.codes.filter((kind) => exitOf(kind, from, action)),
    })),
  ),
};
