package nl.doorlichting.local;

/** What differs on Windows. Linux and macOS are alike for the launcher. */
final class OperatingSystem {
    private OperatingSystem() {}

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
