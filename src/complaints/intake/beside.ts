import type { Change, Subject } from '../../audit/ledger.service.js';
import type { Case } from '../case/case.js';

/** What belongs to the write that receives a complaint, where it comes by another way than the API. */
export interface Beside {
  subjects?: Subject[];
  /** Before anything is told. */
  before?(change: Change): Promise<'receipt' | 'no_receipt'>;
  /** The complaint is in the database by now; the rest of the case is not looked at again. */
  after?(c: Case, change: Change): Promise<void>;
}
