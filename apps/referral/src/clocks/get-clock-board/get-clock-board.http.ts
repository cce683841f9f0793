import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetClockBoard } from './get-clock-board.query.js';

@Controller('v1/clock-board')
export class GetClockBoardHttp {
  constructor(private readonly getClockBoard: GetClockBoard) {}

  @Get()
  @Requires('clock:read')
  @Audited('clock.read-board', 'R')
  get(@Context() context: RequestContext) {
    return this.getClockBoard.execute(context);
  }
}
