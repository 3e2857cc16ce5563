package nl.doorlichting.local;

/** Windows differs for the launcher. Linux and macOS do not. */
public final class OperatingSystem {
    private OperatingSystem() {}

    public static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
