/** The way of batches into the archive on screens: whose turn it is, who is late. Start at {@link lantai.web.workflow.WorkflowResource}. */
@NullMarked
package lantai.web.workflow;

import org.jspecify.annotations.NullMarked;
