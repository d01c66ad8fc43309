import { Controller, Header, Ip } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Body, TheCall } from '../../platform/http/params.js';
import { RefreshDto, SessionDto, SignInDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Header('Cache-Control', 'no-store')
  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'startSession',
    tag: 'sessions',
    summary: 'Sign in',
    description:
      'Unknown address, wrong password and disabled user are answered alike. ' +
      'After ten failures in fifteen minutes for one account from one address the answer is 429, even to the ' +
      'right password.',
    permission: 'session:start',
    status: 201,
    body: SignInDto,
    answers: SessionDto,
    location: true,
    refuses: ['invalid_credentials'],
    idempotent: false,
  })
  async start(@TheCall() call: Call, @Ip() address: string, @Body() body: SignInDto): Promise<Answer> {
    return opened(await this.sessions.start(call, address, body));
  }

  @Header('Cache-Control', 'no-store')
  @Endpoint({
    method: 'POST',
    path: 'refresh',
    operationId: 'refreshSession',
    tag: 'sessions',
    summary: 'Renew a session',
    description:
      'A refresh token works once, for 14 days. One that comes back after its use was copied by somebody: ' +
      'the session ends, and both have to sign in.',
    permission: 'session:refresh',
    status: 201,
    body: RefreshDto,
    answers: SessionDto,
    location: true,
    refuses: ['invalid_credentials'],
    idempotent: false,
  })
  async refresh(@TheCall() call: Call, @Body() body: RefreshDto): Promise<Answer> {
    return opened(await this.sessions.refresh(call, body.refreshToken));
  }

  @Endpoint({
    method: 'DELETE',
    path: 'current',
    operationId: 'endSession',
    tag: 'sessions',
    summary: 'Sign out',
    description:
      'The refresh token is worthless at once, the access token within five seconds on every process.',
    permission: 'session:end',
    status: 204,
  })
  end(@TheCall() call: Call): Promise<void> {
    return this.sessions.end(call);
  }
}

/** A session is ended at the address that it is given here. */
function opened(session: SessionDto): Answer {
  return answer(session, { location: '/v1/sessions/current' });
}
