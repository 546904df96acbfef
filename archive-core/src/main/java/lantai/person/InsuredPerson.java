package lantai.person;

import java.util.UUID;

/**
 * A person whom records are about (参保人).
 *
 * @param maskedId the identity number as it may be shown, first six and last four characters
 */
public record InsuredPerson(UUID id, String name, String maskedId) {}
