package nl.doorlichting.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.files.SourceTree;

/**
 * Classes that a framework may change without notice are used only where the table of ADR 47 gives a reason. The rule
 * reads sources, because a constant of such a class leaves no trace in the compiled class.
 */
public final class FrameworkInternals {
    private static final String DECISION = "docs/adr/0047-framework-internals.md";

    // The package io.quarkus.runtime itself is public, by its guides.
    private static final Pattern INTERNAL = Pattern.compile("(?<![\\w.])(?!nl\\.doorlichting|io\\.quarkus\\.runtime\\.)"
            + "(?:(?:[a-z]\\w*\\.)+(?:runtime|impl|internal)|org\\.jboss\\.resteasy\\.reactive\\.server\\.(?:handlers|mapping|core))"
            + "\\.(?:[a-z]\\w*\\.)*([A-Z]\\w*)");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| ([^|]+) \\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private FrameworkInternals() {}

    /** Of the module whose test runs this, with its tests and with what tests of all modules use. */
    @ArchTest
    public static void areNamedInTheDecision(JavaClasses module) throws IOException {
        var decision = Files.readString(SourceTree.REPOSITORY.resolve(DECISION));
        Set<String> unnamed = new TreeSet<>();
        for (var sources : List.of(
                SourceTree.MODULE.resolve("src"),
                SourceTree.MODULE.resolve("tests/src"),
                SourceTree.REPOSITORY.resolve("shared-kernel/testing/src"))) {
            unnamed.addAll(unnamed(sources, decision));
        }
        if (!unnamed.isEmpty()) {
            throw new AssertionError("uses of framework internals that " + DECISION + " does not name: " + unnamed);
        }
    }

    /** Each as the user's name and the name of what it uses. */
    static Set<String> unnamed(Path sources, String decision) throws IOException {
        Set<String> named = decision.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .flatMap(row -> CODE.matcher(row.group(2)).results().map(used -> use(row.group(1), used.group(1))))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(FrameworkInternals::uses)
                    .filter(use -> !named.contains(use))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> uses(Path file) {
        String user = file.getFileName().toString().replace(".java", "");
        try {
            return INTERNAL.matcher(Files.readString(file)).results().map(used -> use(user, used.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String use(String user, String used) {
        return user + " uses " + used;
    }
}
