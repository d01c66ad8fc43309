import { COMPLAINT_WORKFLOW } from '../../complaints/complaint.workflow.js';
import { type Drawing, drawWorkflow } from './workflow-svg.js';

/** The way of a complaint, drawn from the table that is enforced. */
export const WORKFLOW_DRAWING: Drawing = drawWorkflow(COMPLAINT_WORKFLOW, {
  title: 'The way of a complaint',
  description:
    'The states of a complaint as boxes and its actions as lines between them. The page of the workflow says the ' +
    'same in words.',
});
