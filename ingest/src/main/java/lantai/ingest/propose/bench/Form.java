package lantai.ingest.propose.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One printed form of a kind: which title, which labels in which words and order, which sentences. Its papers differ in what is filled
 * in and in how they were read.
 *
 * @param title as printed
 * @param rows of labels that stand side by side
 * @param words sentences below
 */
record Form(String title, List<List<Form.Cell>> rows, List<String> words) {
    private static final double OWN_LABELS = 0.6;
    private static final double SHARED_LABELS = 0.65;
    private static final double RESERVED = 0.6;

    /** A label and what is filled in behind it. */
    record Cell(String label, char filling) {}

    /**
     * @param number forms of one kind and seed differ by it
     * @param reported whether the form is for the report: only such forms use the words that are kept back
     */
    static Form of(Wording wording, long seed, int number, boolean reported) {
        var random =
                new Random(seed * 31 + wording.kind().hashCode() * 1009L + number * 7919L + (reported ? 104_729 : 0));
        List<String> titles = titles(wording, seed, reported);
        var cells = new ArrayList<Cell>();
        wording.blocks().forEach(block -> cells.addAll(chosen(block, SHARED_LABELS, reported, random)));
        List<Cell> own = chosen(wording.labels(), OWN_LABELS, reported, random);
        if (random.nextBoolean()) {
            cells.addAll(own);
        } else {
            cells.addAll(0, own);
        }
        var words = new ArrayList<>(wording.words());
        Collections.shuffle(words, random);
        int spoken = (words.size() + 1) / 2 + random.nextInt(words.size() / 2 + 1);
        return new Form(
                titles.get(random.nextInt(titles.size())),
                rows(cells, random),
                words.subList(0, Math.min(spoken, words.size())));
    }

    /** A third of the titles, another third for each seed, is kept for the report. */
    private static List<String> titles(Wording wording, long seed, boolean reported) {
        int third = Math.max(1, wording.titles().size() / 3);
        var turned = new ArrayList<>(wording.titles());
        Collections.rotate(turned, (int) (seed % 3) * third);
        int kept = turned.size() - third;
        return reported ? turned.subList(kept, turned.size()) : turned.subList(0, kept);
    }

    private static List<Cell> chosen(List<Wording.Label> labels, double share, boolean reported, Random random) {
        var cells = new ArrayList<Cell>();
        for (Wording.Label label : labels) {
            int usual = Math.max(1, label.names().size() - 1);
            boolean keptWord = reported && random.nextDouble() < RESERVED;
            String name = keptWord ? label.names().getLast() : label.names().get(random.nextInt(usual));
            if (random.nextDouble() < share) {
                cells.add(new Cell(name, label.filling()));
            }
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(cells, random);
        }
        return cells;
    }

    private static List<List<Cell>> rows(List<Cell> cells, Random random) {
        var rows = new ArrayList<List<Cell>>();
        int wide = 1 + random.nextInt(3);
        for (int at = 0; at < cells.size(); at += wide) {
            rows.add(List.copyOf(cells.subList(at, Math.min(cells.size(), at + wide))));
        }
        return rows;
    }
}
