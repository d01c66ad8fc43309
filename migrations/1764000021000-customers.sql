-- Whom the house serves: companies, customers, key figures, how they are classed, and what they are worth.

CREATE TABLE tiers (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  rank integer NOT NULL,
  rule jsonb,
  active boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX tiers_by_name ON tiers (name);
CREATE UNIQUE INDEX tiers_by_rank ON tiers (rank);

-- `folded_name` is the name as search compares it.
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  folded_name text NOT NULL,
  registration_number text,
  manager_id uuid CONSTRAINT accounts_manager REFERENCES users (id),
  tier text CONSTRAINT accounts_tier REFERENCES tiers (name),
  notes text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX accounts_by_name ON accounts (folded_name text_pattern_ops);
CREATE INDEX accounts_by_tier ON accounts (tier, id);
CREATE INDEX accounts_by_manager ON accounts (manager_id);

-- `keys` are the addresses and telephone numbers as they are compared, see src/customers/records/likeness.ts.
CREATE TABLE customers (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  folded_name text NOT NULL,
  emails jsonb NOT NULL,
  phones jsonb NOT NULL,
  keys text[] NOT NULL,
  address text,
  language text,
  preferred_channel text,
  salutation text,
  do_not_contact jsonb,
  vulnerability jsonb,
  account_id uuid CONSTRAINT customers_account REFERENCES accounts (id),
  tier text CONSTRAINT customers_tier REFERENCES tiers (name),
  tier_by text,
  tier_until timestamptz(3),
  merged_into_id uuid CONSTRAINT customers_merged_into REFERENCES customers (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT customers_tier_by CHECK (tier_by IN ('hand', 'rule')),
  CONSTRAINT customers_tier_whole CHECK (
    (tier IS NULL) = (tier_by IS NULL) AND (tier_until IS NULL OR tier IS NOT NULL)),
  CONSTRAINT customers_preferred_channel CHECK (preferred_channel IN ('email', 'phone', 'letter', 'chat', 'social')),
  CONSTRAINT customers_not_into_itself CHECK (merged_into_id <> id)
);
CREATE INDEX customers_by_name ON customers (folded_name text_pattern_ops);
CREATE INDEX customers_by_key ON customers USING gin (keys);
CREATE INDEX customers_by_account ON customers (account_id, id);
CREATE INDEX customers_by_tier ON customers (tier, id);
CREATE INDEX customers_by_merged_into ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Key figures of a company.
CREATE TABLE contacts (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT contacts_account REFERENCES accounts (id),
  customer_id uuid CONSTRAINT contacts_customer REFERENCES customers (id),
  name text NOT NULL,
  role text,
  email text,
  phone text,
  notes text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX contacts_by_account ON contacts (account_id, id);
CREATE INDEX contacts_by_customer ON contacts (customer_id);

-- Amounts keep the decimals that they were given with.
CREATE TABLE customer_values (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL CONSTRAINT customer_values_customer REFERENCES customers (id),
  year integer NOT NULL,
  currency text NOT NULL,
  revenue numeric NOT NULL,
  cost_to_serve numeric NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX customer_values_by_year ON customer_values (customer_id, year, currency);
CREATE INDEX customer_values_of_year ON customer_values (year, currency);

-- Until now no such id named anything, so no row has one: there is nothing to validate.
ALTER TABLE complaints
  ADD CONSTRAINT complaints_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID,
  ADD CONSTRAINT complaints_account FOREIGN KEY (account_id) REFERENCES accounts (id) NOT VALID;
CREATE INDEX complaints_by_customer_received ON complaints (customer_id, received_at, id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX complaints_by_account_received ON complaints (account_id, received_at, id)
  WHERE account_id IS NOT NULL;
