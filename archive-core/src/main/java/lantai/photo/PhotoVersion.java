package lantai.photo;

import java.time.Instant;

/**
 * How a photo group was described at one time.
 *
 * @param number from 1, which is how it was opened
 * @param writtenBy sign-in name
 * @param reason why it was changed; empty for the first
 */
public record PhotoVersion(long number, PhotoWords words, String writtenBy, Instant writtenAt, String reason) {}
