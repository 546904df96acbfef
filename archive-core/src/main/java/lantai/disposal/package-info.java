/**
 * What becomes of records when their term has ended (鉴定与销毁): the appraisal group's opinions, the destruction list with its
 * approval and signatures, the execution and its proof. Start at {@link lantai.disposal.AppraisalBoard}, then
 * {@link lantai.disposal.DestructionDesk}; the rules of who must do what stand in {@link lantai.disposal.DestructionProcess}.
 */
@NullMarked
package lantai.disposal;

import org.jspecify.annotations.NullMarked;
