package lantai.ingest.reader.child;

import org.xml.sax.helpers.DefaultHandler;

/** Hears what a parser tells of the content and keeps none of it. */
final class ContentSilence extends DefaultHandler {}
