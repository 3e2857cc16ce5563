package nl.doorlichting.training.privacy;

/**
 * What a request for erasure did.
 *
 * @param erased how many registrations have no person any more; 0 when there was nothing to forget
 */
public record PersonalDataErasureResponse(int erased) {}
