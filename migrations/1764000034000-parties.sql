-- Whose complaint it is: who speaks for the complainant, and which legal entity, brand and branch it is about.

-- What belongs where never changes, so that what was reported stays as it was.
CREATE TABLE organisation_units (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  legal_entity_id uuid CONSTRAINT organisation_units_legal_entity REFERENCES organisation_units (id),
  brand_id uuid CONSTRAINT organisation_units_brand REFERENCES organisation_units (id),
  retired boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT organisation_units_kind CHECK (kind IN ('legal_entity', 'brand', 'branch')),
  CONSTRAINT organisation_units_place CHECK (
    (kind = 'legal_entity') = (legal_entity_id IS NULL) AND (kind = 'branch' OR brand_id IS NULL))
);
CREATE UNIQUE INDEX organisation_units_by_code ON organisation_units (lower(code));
CREATE INDEX organisation_units_of_legal_entity ON organisation_units (legal_entity_id, id);
CREATE INDEX organisation_units_of_brand ON organisation_units (brand_id, id);

ALTER TABLE complaints
  ADD COLUMN legal_entity_id uuid CONSTRAINT complaints_legal_entity REFERENCES organisation_units (id),
  ADD COLUMN brand_id uuid CONSTRAINT complaints_brand REFERENCES organisation_units (id),
  ADD COLUMN branch_id uuid CONSTRAINT complaints_branch REFERENCES organisation_units (id),
  ADD COLUMN represented boolean NOT NULL DEFAULT false;
CREATE INDEX complaints_by_legal_entity_received ON complaints (legal_entity_id, received_at, id)
  WHERE legal_entity_id IS NOT NULL;
CREATE INDEX complaints_by_brand_received ON complaints (brand_id, received_at, id) WHERE brand_id IS NOT NULL;
CREATE INDEX complaints_by_branch_received ON complaints (branch_id, received_at, id) WHERE branch_id IS NOT NULL;

CREATE TABLE representatives (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  name text NOT NULL,
  email text,
  phone text,
  address text,
  organisation text,
  relation text NOT NULL,
  state text NOT NULL,
  authority_kind text,
  authority_scope text,
  authority_granted_at timestamptz(3),
  authority_valid_until timestamptz(3),
  authority_evidence text,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT representatives_relation CHECK (relation IN ('lawyer', 'claims_manager', 'consumer_body', 'family',
    'carer', 'guardian', 'other')),
  CONSTRAINT representatives_state CHECK (state IN ('claimed', 'confirmed', 'refused', 'ended')),
  CONSTRAINT representatives_authority_kind CHECK (authority_kind IN ('written_authority', 'power_of_attorney',
    'court_order', 'statutory', 'spoken')),
  CONSTRAINT representatives_authority_scope CHECK (authority_scope IN ('full', 'information_only')),
  CONSTRAINT representatives_authority_whole CHECK (
    (authority_kind IS NULL) = (authority_scope IS NULL) AND (authority_kind IS NULL) = (authority_granted_at IS NULL)),
  CONSTRAINT representatives_validity CHECK (authority_valid_until > authority_granted_at)
);
CREATE INDEX representatives_by_complaint ON representatives (complaint_id, id);
-- One at a time; the complaint's own row says that there is one.
CREATE UNIQUE INDEX representatives_one_at_a_time ON representatives (complaint_id)
  WHERE state IN ('claimed', 'confirmed');
