/** A need in words: what a caller does so that it is met; and what is missing, where no row of the table says it. */
export interface NeedWords {
  met: string;
  missing?: string;
}
