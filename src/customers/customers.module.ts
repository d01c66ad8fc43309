import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AccountReads } from './accounts/account.reads.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { ContactsController } from './accounts/contacts.controller.js';
import { CustomerReferences } from './customer.references.js';
import { CustomerReads } from './records/customer.reads.js';
import { CustomersController } from './records/customers.controller.js';
import { CustomersService } from './records/customers.service.js';
import { LikenessReads } from './records/likeness.reads.js';
import { TierReads } from './tiers/tier.reads.js';
import { TiersController } from './tiers/tiers.controller.js';
import { TiersService } from './tiers/tiers.service.js';
import { ValuesController } from './value/values.controller.js';
import { ValuesService } from './value/values.service.js';

/** Whom the house serves: customers, companies and their key figures, tiers, and what each is worth. */
@Module({
  imports: [AuditModule],
  controllers: [
    CustomersController,
    ValuesController,
    AccountsController,
    ContactsController,
    TiersController,
  ],
  providers: [
    AccountReads,
    AccountsService,
    CustomerReads,
    CustomerReferences,
    CustomersService,
    LikenessReads,
    TierReads,
    TiersService,
    ValuesService,
  ],
  exports: [CustomerReads, CustomerReferences],
})
export class CustomersModule {}
