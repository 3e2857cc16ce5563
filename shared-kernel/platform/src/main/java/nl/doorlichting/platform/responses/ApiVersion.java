package nl.doorlichting.platform.responses;

/** The version of the public contract. It follows semantic versioning, apart from the version of the product. */
public final class ApiVersion {
    /** Header of every answer. */
    public static final String HEADER = "API-Version";
    /** The contract that this build serves. */
    public static final String CURRENT = "1.0.0";

    private ApiVersion() {}
}
