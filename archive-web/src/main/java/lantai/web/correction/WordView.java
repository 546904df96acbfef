package lantai.web.correction;

import java.util.List;
import java.util.Optional;
import lantai.ingest.words.WordKind;
import lantai.ingest.words.WordProposal;
import lantai.web.frame.Page;

/**
 * Words that wait for the dictionary.
 *
 * @param error why the last deed was not done
 */
public record WordView(Page page, List<WordProposal> proposals, List<WordKind> kinds, Optional<String> error) {}
