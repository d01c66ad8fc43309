/** How one complaint belongs to another: what is said, and what it is called from the other side. */
export const LINK_TYPES = {
  duplicate: 'both are about the same',
  related: 'they have something to do with each other',
  caused_by: 'the other one, or how it was treated, led to this one',
  repeat_of: 'what went wrong in the other one went wrong again',
} as const;
export type LinkType = keyof typeof LINK_TYPES;

/** All names, as a reader meets them on either side. */
export const LINK_NAMES = {
  ...LINK_TYPES,
  causes: 'this one, or how it was treated, led to the other one',
  repeated_by: 'what went wrong in this one went wrong again in the other one',
} as const;
export type LinkName = keyof typeof LINK_NAMES;

export const INVERSE: Record<LinkType, LinkName> = {
  duplicate: 'duplicate',
  related: 'related',
  caused_by: 'causes',
  repeat_of: 'repeated_by',
};
