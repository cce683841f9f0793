import { Controller, Get } from '@nestjs/common';
import { handoffStatus } from '@rujukan/contracts';
import { Requires, Unrecorded } from '@rujukan/http';
import { actions, machineVersion, transitions, type HandoffAction } from '../domain/handoff.js';

@Controller('v1/state-machines/handoff')
export class GetStateMachineHttp {
  @Get()
  @Requires('directory:read')
  @Unrecorded('the rules of the machine, the same for everyone')
  get() {
    return machine;
  }
}

/** The machine as data, so that an integrator need not guess. A transition without a path has no route yet. */
const machine = {
  name: 'handoff',
  version: machineVersion,
  states: handoffStatus.codes.map((code) => ({
    code,
    display: handoffStatus.display[code],
    isFinal: Object.keys(transitions[code]).length === 0,
  })),
  transitions: handoffStatus.codes.flatMap((from) =>
    (Object.keys(transitions[from]) as HandoffAction[]).map((action) => ({
      from,
      action,
      to: transitions[from][action],
      ...actions[action],
    })),
  ),
};
