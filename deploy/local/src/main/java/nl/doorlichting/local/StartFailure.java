package nl.doorlichting.local;

/** The reason why the system cannot start, on one line. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line + " (" + firstLine(cause) + ")", cause);
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
