/**
 * The way of a batch into the archive (归档流程): capture, arrange, appraise, check, register, file; who does which step, how long
 * it may take, who is late. Start at {@link lantai.ingest.workflow.WorkflowDesk}.
 */
@NullMarked
package lantai.ingest.workflow;

import org.jspecify.annotations.NullMarked;
