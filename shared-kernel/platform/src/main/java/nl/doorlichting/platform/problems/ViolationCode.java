package nl.doorlichting.platform.problems;

/** Codes of violations: contract, so never renamed. */
public final class ViolationCode {
    public static final String REQUIRED = "REQUIRED";
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    public static final String UNKNOWN_PARAMETER = "UNKNOWN_PARAMETER";
    public static final String REPEATED_PARAMETER = "REPEATED_PARAMETER";
    public static final String UNKNOWN_VALUE = "UNKNOWN_VALUE";
    public static final String WRONG_TYPE = "WRONG_TYPE";
    public static final String NOT_AN_INTEGER = "NOT_AN_INTEGER";
    public static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    public static final String TOO_LONG = "TOO_LONG";
    public static final String TOO_MANY_ROWS = "TOO_MANY_ROWS";
    public static final String TOO_MANY_DECIMALS = "TOO_MANY_DECIMALS";
    public static final String WRONG_FORMAT = "WRONG_FORMAT";
    public static final String NOT_ALLOWED = "NOT_ALLOWED";
    public static final String INVALID_CHARACTER = "INVALID_CHARACTER";
    public static final String WRONG_ENCODING = "WRONG_ENCODING";
    public static final String MALFORMED_JSON = "MALFORMED_JSON";
    public static final String TOO_COMPLEX = "TOO_COMPLEX";
    public static final String TRAILING_CONTENT = "TRAILING_CONTENT";
    public static final String MUNICIPALITY_NOT_VALID = "MUNICIPALITY_NOT_VALID";
    public static final String ORGANISATION_NOT_VALID = "ORGANISATION_NOT_VALID";
    public static final String REFERENCE_UNKNOWN = "REFERENCE_UNKNOWN";
    public static final String INVALID_CURSOR = "INVALID_CURSOR";

    private ViolationCode() {}
}
