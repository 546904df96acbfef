/**
 * An invented archive to show and to test with: scans, office files, letters, pictures, sound and film of people who do not
 * exist. Start at {@link lantai.ingest.sample.SampleArchive}.
 *
 * <p>A document is a {@code Paper}: facts and drawings. A drawing knows a {@code Page}, which lays text and tables out on a
 * {@code Sheet}; a sheet is a scan, a page of a PDF or a page of an OFD, so that one form can be delivered in three ways.
 * Everything follows from the seed: the same call writes the same bytes. Every page carries the mark 样例·测试数据, region
 * 990101 and fonds J057.
 */
@NullMarked
package lantai.ingest.sample;

import org.jspecify.annotations.NullMarked;
