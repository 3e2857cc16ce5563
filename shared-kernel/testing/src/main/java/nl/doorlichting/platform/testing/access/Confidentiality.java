package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Checks that answers show no internals and that the log holds nothing that callers sent. */
public final class Confidentiality {
    private static final Pattern INTERNALS = Pattern.compile(
            "\\b(select\\s|insert into|delete from|update \\w+ set|constraint|relation\\s|violates"
                    + "|(uq|fk|ck|ix|pk)_\\w+|sqlstate|postgres|hibernate|jackson|vertx|quarkus|netty"
                    + "|\\w*exception|java\\.|jakarta\\.|io\\.|org\\.|com\\.|nl\\.doorlichting|at [\\w.$]+\\()",
            Pattern.CASE_INSENSITIVE);

    private Confidentiality() {}

    /** The answer names no tables, classes or libraries. */
    public static void assertNoInternals(String answer) {
        var found = INTERNALS.matcher(answer);
        assertFalse(found.find(), () -> "the answer contains \"" + found.group() + "\": " + answer);
    }

    /** No line of the log contains one of these. */
    public static void assertNotLogged(List<String> log, String... secrets) {
        for (var secret : secrets) {
            log.forEach(line -> assertFalse(line.contains(secret), () -> "logged: " + line));
        }
    }

    /** The lines that are logged during the action, on all enabled levels, with stack traces. */
    public static List<String> captureLog(Runnable action) {
        var log = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(describe(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            action.run();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        return log;
    }

    private static String describe(LogRecord line) {
        var text = new StringWriter();
        text.append(line.getLoggerName()).append(' ').append(line.getMessage());
        if (line.getParameters() != null) {
            text.append(' ').append(Arrays.deepToString(line.getParameters()));
        }
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }
}
