package nl.doorlichting.local;

/** Windows differs for the launcher. Linux and macOS do not. */
final class OperatingSystem {
    private OperatingSystem() {}

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
