import { ApiSchema } from '@nestjs/swagger';
import { EntryDto } from '../audit/audit.dto.js';

@ApiSchema({ description: 'One line of the timeline: an entry of the log about the complaint.' })
export class TimelineEntryDto extends EntryDto {}
