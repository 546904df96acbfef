/**
 * Speech of recordings put into words by a program from outside (语音转写). The product comes without one: {@link
 * lantai.ingest.transcribe.Transcriber} is the door, {@link lantai.ingest.transcribe.CommandTranscriber} calls a program that the
 * agency names, and {@link lantai.ingest.transcribe.TranscriptDesk} keeps what it says as a proposal until a person takes it.
 */
@NullMarked
package lantai.ingest.transcribe;

import org.jspecify.annotations.NullMarked;
