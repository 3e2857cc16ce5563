package nl.doorlichting.kubernetes;

import java.io.IOException;

/** Whether kubectl is on this machine. Without it the build prints a line and skips its tests; CI installs it. */
final class Kubectl {
    private static final boolean THERE = look();

    private Kubectl() {}

    static boolean isThere() {
        return THERE;
    }

    private static boolean look() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            System.out.println("!!!!! THE KUBERNETES MANIFESTS ARE NOT TESTED: kubectl is not on this machine !!!!!");
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
