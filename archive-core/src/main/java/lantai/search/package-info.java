/**
 * Finding items by any piece of their text.
 *
 * <p>Start at {@link lantai.search.SearchIndex}: changes go in by {@link lantai.search.Change}, questions by
 * {@link lantai.search.SearchQuery} together with the {@link lantai.access.Visibility} of the asker, and a
 * {@link lantai.search.SearchPage} comes out. Chinese is not cut into words: each text is kept as its letters
 * ({@code Letters}), indexed one by one and two by two, so that every piece of a title or page is found. Personal numbers
 * are taken out of the text before it is indexed or stored ({@code MaskedText}) and are found by keyed hash only. Where
 * the words of a question stand in a page is always answered by {@link lantai.search.TextMatch}, for snippets and for the
 * boxes of the viewer alike.
 *
 * <p>Lucene works inside and appears in no signature. The index can always be made anew from the database.
 */
@NullMarked
package lantai.search;

import org.jspecify.annotations.NullMarked;
