package nl.doorlichting.local;

import java.io.PrintStream;
import java.util.Locale;

/** One line per step, with the seconds since the start. */
public final class ProgressOutput {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public ProgressOutput(PrintStream out) {
        this.out = out;
    }

    public void done(String what) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        line(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, what));
    }

    public synchronized void line(String line) {
        out.println(line);
        out.flush();
    }
}
