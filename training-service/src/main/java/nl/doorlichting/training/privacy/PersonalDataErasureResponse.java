package nl.doorlichting.training.privacy;

/**
 * What a request for erasure did.
 *
 * @param erased number of registrations, questions, trainer records, sessions and networks that name the person no
 *     more; 0 if none did
 */
public record PersonalDataErasureResponse(int erased) {}
