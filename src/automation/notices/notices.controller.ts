import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, Query, TheCall } from '../../platform/http/params.js';
import { InboxQuery, NoticeDto, ReadNoticesBody, UnreadDto } from './inbox/inbox.dto.js';
import { InboxReads } from './inbox/inbox.reads.js';
import { InboxService } from './inbox/inbox.service.js';
import { NoticeSettingsChangesBody, NoticeSettingsDto } from './settings/notice-settings.dto.js';
import { NoticeSettingsReads } from './settings/notice-settings.reads.js';
import { NoticeSettingsService } from './settings/notice-settings.service.js';

@Controller('v1/me')
export class NoticesController {
  constructor(
    private readonly inbox: InboxService,
    private readonly inboxReads: InboxReads,
    private readonly settings: NoticeSettingsService,
    private readonly settingsReads: NoticeSettingsReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'inbox',
    operationId: 'listNotices',
    tag: 'notices',
    summary: 'List what one is told',
    description:
      'Newest first, whether or not it went by mail. Nobody is told what they did themselves, nor anything of a ' +
      'complaint about themselves; who stands in for somebody is told what that one is told. How many one has not ' +
      'read: `?unread=true&count=true&limit=1`.',
    permission: 'notice:read',
    query: InboxQuery,
    answers: NoticeDto,
    list: true,
    counted: true,
  })
  list(@Caller() caller: Actor, @Query() query: InboxQuery): Promise<Page<NoticeDto>> {
    return this.inboxReads.list(caller, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'inbox/actions/read',
    operationId: 'readNotices',
    tag: 'notices',
    summary: 'Mark notices as read',
    description:
      'Either some, or all up to one: what comes meanwhile stays unread. What waited for a mail does not go by ' +
      'mail any more.',
    permission: 'notice:write',
    body: ReadNoticesBody,
    answers: UnreadDto,
  })
  async read(@TheCall() call: Call, @Body() body: ReadNoticesBody): Promise<Answer> {
    const { replayed } = await this.inbox.read(call, body);
    return answer(await this.inboxReads.unread(call.actor), { replayed });
  }

  @Endpoint({
    method: 'GET',
    path: 'notices',
    operationId: 'getNoticeSettings',
    tag: 'notices',
    summary: 'Read how notices come',
    description: 'What one chose, or what is usual for whoever chose nothing.',
    permission: 'notice:read',
    answers: NoticeSettingsDto,
    etag: true,
  })
  async get(@Caller() caller: Actor): Promise<Answer> {
    const settings = await this.settingsReads.of(caller);
    return answer(settings, { version: settings.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: 'notices',
    operationId: 'updateNoticeSettings',
    tag: 'notices',
    summary: 'Choose how notices come',
    description:
      'Which kinds come by mail at once, which once a day and when, and in which hours no mail comes. It holds for ' +
      'what waits for a mail as well.',
    permission: 'notice:write',
    body: NoticeSettingsChangesBody,
    answers: NoticeSettingsDto,
    etag: true,
  })
  change(@TheCall() call: Call, @Body() body: NoticeSettingsChangesBody): Promise<Answer> {
    return answerWritten(this.settings.change(call, body), () => this.settingsReads.of(call.actor));
  }
}
