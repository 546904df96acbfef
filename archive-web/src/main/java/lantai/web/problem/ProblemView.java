package lantai.web.problem;

import java.util.Optional;
import lantai.web.frame.Page;

/**
 * A page that tells what went wrong.
 *
 * @param told what happened
 * @param incident the number to quote when we are at fault
 */
public record ProblemView(Page page, String told, Optional<String> incident) {}
