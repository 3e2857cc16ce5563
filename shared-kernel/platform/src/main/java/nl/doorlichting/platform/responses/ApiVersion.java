package nl.doorlichting.platform.responses;

/** The version of the public contract; it moves by semantic versioning, apart from the product's. */
public final class ApiVersion {
    /** Header of every answer. */
    public static final String HEADER = "API-Version";
    /** The contract that this build serves. */
    public static final String CURRENT = "1.0.0";

    private ApiVersion() {}
}
