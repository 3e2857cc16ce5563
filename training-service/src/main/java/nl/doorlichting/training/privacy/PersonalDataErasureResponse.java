package nl.doorlichting.training.privacy;

/**
 * What a request for erasure did.
 *
 * @param erased how many registrations, questions, records and sessions of a trainer, and networks name the person no more;
 *     0 when there was nothing to forget
 */
public record PersonalDataErasureResponse(int erased) {}
