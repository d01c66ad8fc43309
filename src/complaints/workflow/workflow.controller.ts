import { Controller, type OnModuleInit } from '@nestjs/common';
import { mermaid } from '../../kernel/workflow-drawing.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { COMPLAINT_WORKFLOW } from '../complaint.workflow.js';
import { checkWorkflow, publishedWorkflow } from './published-workflow.js';
import { WorkflowDto } from './workflow.dto.js';

@Controller('v1/workflow')
export class WorkflowController implements OnModuleInit {
  private readonly workflow = publishedWorkflow();

  onModuleInit(): void {
    checkWorkflow();
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getWorkflow',
    tag: 'workflow',
    summary: 'Read the workflow as the server enforces it',
    permission: 'workflow:read',
    answers: WorkflowDto,
    etag: false,
  })
  get(): WorkflowDto {
    return this.workflow;
  }

  @Endpoint({
    method: 'GET',
    path: 'diagram',
    operationId: 'getWorkflowDiagram',
    tag: 'workflow',
    summary: 'Read the workflow as a Mermaid state diagram',
    permission: 'workflow:read',
    rawType: 'text/vnd.mermaid; charset=utf-8',
  })
  diagram(): string {
    return mermaid(COMPLAINT_WORKFLOW);
  }
}
