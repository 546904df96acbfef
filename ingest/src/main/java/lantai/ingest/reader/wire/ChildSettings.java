package lantai.ingest.reader.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a child is told at its start.
 *
 * @param outputBytes most bytes that one job may write
 * @param chineseFont path of a TrueType font, or null
 * @param engine OCR engine, for the OCR process
 * @param models model folder, or null
 * @param threads OCR threads
 */
public record ChildSettings(
        long outputBytes,
        @Nullable String chineseFont,
        String engine,
        @Nullable String models,
        int threads) {}
