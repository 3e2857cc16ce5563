package nl.doorlichting.funding.awards;

/** Why an award was revoked. Source: Awb 4:48-4:50. */
public enum RevocationGround {
    NOT_CARRIED_OUT,
    CONDITIONS_NOT_MET,
    INCORRECT_INFORMATION,
    INCORRECT_DECISION,
    CHANGED_CIRCUMSTANCES
}
