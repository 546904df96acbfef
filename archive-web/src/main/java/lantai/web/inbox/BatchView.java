package lantai.web.inbox;

import java.util.List;
import java.util.Map;
import lantai.ingest.intake.Step;
import lantai.web.frame.Page;

/**
 * One batch with its files.
 *
 * @param step the step asked for, empty for all
 * @param words what was searched for in the paths
 * @param number which page of files, from 1
 * @param size how many files a page has
 * @param total how many files there are on all pages
 */
public record BatchView(
        Page page, BatchLine batch, List<FileLine> files, String step, String words, int number, int size, int total) {
    public BatchView {
        files = List.copyOf(files);
    }

    /** {@return the steps at which there are files, with their numbers} */
    public List<Map.Entry<Step, Integer>> steps() {
        return batch.progress().files().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** {@return the number of the first file, from 1} */
    public int first() {
        return (number - 1) * size + 1;
    }

    /** {@return the number of the last file} */
    public int last() {
        return first() + files.size() - 1;
    }
}
