package nl.doorlichting.training.privacy;

/**
 * What a request for erasure did.
 *
 * @param erased number of records that name the person no more: registrations, questions, memberships of networks, the
 *     record as a trainer, sessions that named the trainer, and feeds of the calendar, added up; 0 where none did
 */
public record PersonalDataErasureResponse(int erased) {}
