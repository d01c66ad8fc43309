import { Injectable } from '@nestjs/common';
import { may } from '../access/roles.js';
import { Ledger, type Written } from '../audit/ledger.service.js';
import { isStaff } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../kernel/refusal.js';
import { MailSettings } from '../communications/mail-out/mail-settings.js';
import { newReference } from '../kernel/reference.js';
import { Case } from './case/case.js';
import { Cases } from './case/cases.service.js';
import type { PromiseKind } from './complaint.words.js';
import type { ComplaintChangesBody, StaffComplaintBody } from './intake/complaint.intake.dto.js';
import type { Beside } from './intake/beside.js';
import { changedParticulars, receivedComplaint, receivedEntry, traitsGiven } from './intake/intake.js';
import { isOpen } from './complaint.states.js';
import { COMPLAINT_WORKFLOW } from './complaint.workflow.js';
import { addIssue } from './issues/deciding.js';
import { permit } from './parts/nouns.js';
import { sendAgain } from './messages/came-back.js';
import { datesShown } from './messages/leaving.js';
import { tellReceipt } from './messages/receipt.js';
import { openByLaw, openByStandard } from './promises/making.js';
import { chooseAnew } from './restandardising/recounting.js';
import { TermsService } from './promises/terms.service.js';
import { customerOf, expectCurrent } from './intake/named-customer.js';
import { countEarlier } from './intake/earlier.js';
import { placeOf, References } from './intake/references.js';
import { name as nameRepresentative } from './representation/representing.js';
import { expectAnswerable, usualAnswerVia } from './intake/answerable.js';

/** What a patch can change of what a standard is chosen by. */
const TRAITS = ['tier', 'severity', 'categoryId'] as const;

/** Receives complaints and changes their particulars. Their state is changed by actions only. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
    private readonly references: References,
    private readonly terms: TermsService,
    private readonly clock: Clock,
    private readonly mail: MailSettings,
  ) {}

  /** @param beside is of the same write. @throws Refusal 400 for ids that name nothing, 409 `external_id_taken`. */
  async receive(call: Call, given: StaffComplaintBody, beside: Beside = {}): Promise<Written> {
    await this.references.check(given);
    const tier = await this.references.tierOf(given, this.clock.now());
    const { place } = await this.references.place(given);
    const answerVia = given.answerVia ?? usualAnswerVia(given.complainant?.email, this.mail.configured);
    const body = { ...given, tier: tier ?? undefined, answerVia };
    const house = await this.terms.house();
    const terms = house.for(traitsGiven(body));
    return this.unlessTaken(body.externalId, () =>
      this.ledger.write(
        call,
        'receive',
        [...customerOf(body), ...(beside.subjects ?? [])],
        async (change) => {
          expectCurrent(change, body);
          const complaint = receivedComplaint(body, {
            id: newId(),
            reference: newReference(),
            now: change.now,
            terms,
            place,
          });
          expectAnswerable(complaint, this.mail.configured);
          complaint.earlierComplaints = await countEarlier(change.tx, complaint);
          const c = Case.begin(change, complaint, terms);
          c.recordHere('complaint.received', receivedEntry(complaint));
          openByStandard(c, COMPLAINT_WORKFLOW.actions.receive.opens as PromiseKind[], complaint.receivedAt);
          openByLaw(c, complaint.receivedAt);
          for (const text of [
            complaint.reference,
            complaint.subject,
            complaint.description,
            complaint.complainantName,
          ]) {
            c.findableBy(text);
          }
          for (const issue of body.issues ?? []) addIssue(c, issue);
          if (body.representative) nameRepresentative(c, body.representative);
          if ((await beside.before?.(change)) !== 'no_receipt') tellReceipt(c);
          await this.cases.save(c);
          await beside.after?.(c, change);
          const location = isStaff(call.actor) ? `/v1/complaints/${complaint.id}` : '/v1/tracking';
          return { id: complaint.id, location };
        },
      ),
    );
  }

  /** @throws Refusal 403 where somebody other than a supervisor says who is complained about, 400, 409. */
  async update(call: Call, id: string, body: ComplaintChangesBody): Promise<Written> {
    if (body.complainedAboutUserIds && !may(call.actor, 'complaint:name-conflict')) {
      throw new Refusal('forbidden', 'Only a supervisor may say who is complained about.');
    }
    await this.references.check(body, id);
    return this.unlessTaken(body.externalId, () =>
      this.cases.work(
        call,
        'update',
        id,
        async (c, change) => {
          expectCurrent(change, body);
          const place = await placeOf(change, c, body);
          const particulars = changedParticulars(c.complaint, { ...body, ...place });
          const changed = Object.keys(particulars);
          if (changed.length === 0) return undefined;
          permit(c, 'update-complaint');
          Object.assign(c.complaint, particulars);
          if (c.complaint.answerVia === 'none' && !c.complaint.answerViaReason)
            throw invalid([inputError('/answerViaReason', 'required')]);
          const isNewWay = changed.includes('answerVia');
          if (isNewWay || changed.includes('complainantEmail'))
            expectAnswerable(c.complaint, !isNewWay || this.mail.configured);
          if (particulars.answerVia === 'tracking') datesShown(c);
          c.recordHere('complaint.updated', { changed, values: { ...particulars } });
          if (c.complaint.complainantEmail && changed.includes('complainantEmail')) sendAgain(c);
          const trait = TRAITS.find((one) => changed.includes(one));
          if (trait && isOpen(c.complaint.state)) chooseAnew(c, trait);
          if (changed.includes('subject') || changed.includes('complainantName')) c.forgetWords();
          return undefined;
        },
        customerOf(body),
      ),
    );
  }

  private async unlessTaken<T>(externalId: string | null | undefined, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(
        error instanceof Error &&
        'constraint' in error &&
        error.constraint === 'complaints_by_external_id'
      ))
        throw error;
      const id = await this.references.idOfExternal(externalId ?? '');
      const existing = id && { id, href: `/v1/complaints/${id}` };
      throw new Refusal('external_id_taken', 'Another complaint has this external id.', { existing });
    }
  }
}
